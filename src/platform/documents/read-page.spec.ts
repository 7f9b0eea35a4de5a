import fc from 'fast-check';
import { UnreadableDocument } from './document.js';
import { readPage } from './read-page.js';

const PARAGRAPHS = [
  'أعلن وزير المياه سامر الحلو يوم الاثنين أن الفاقد في شبكة العاصمة انخفض إلى النصف منذ عام 2023، وأن محطة جديدة ستفتح قبل الصيف.',
  'وقال الحلو في مؤتمر صحفي: "لن ترتفع التعرفة هذا العام"، مضيفا أن الحكومة ستدفع الفرق من صندوق الطوارئ حتى نهاية السنة.',
  'ونفى مسؤول في البلدية، طلب عدم ذكر اسمه، أن تكون المياه قد انقطعت عن الأحياء الشرقية أكثر من يومين في الشهر الماضي.',
];

const ld = (more: object = {}) =>
  `<script type="application/ld+json">${JSON.stringify({
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'WebSite', name: 'صحيفة المدينة' },
      {
        '@type': 'NewsArticle',
        headline: 'مياه لا تنقطع في العاصمة',
        author: [{ '@type': 'Person', name: 'ليلى حداد' }],
        datePublished: '2024-10-09T19:05:00+03:00',
        inLanguage: 'ar-SA',
        ...more,
      },
    ],
  })}</script>`;

const page = ({
  head = '',
  body = PARAGRAPHS.map((text) => `<p>${text}</p>`).join(''),
  lang = 'ar',
} = {}) => `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><title>مياه لا تنقطع | صحيفة المدينة</title>
<link rel="canonical" href="https://news.example/water"><style>.x { color: red }</style>${head}</head>
<body><nav><a href="/">الرئيسية</a> <a href="/sport">رياضة</a></nav>
<article><h1>مياه لا تنقطع في العاصمة</h1><div class="content">${body}
<figure><img src="a.jpg"><figcaption>الوزير في المحطة (وكالة المدينة)</figcaption></figure></div></article>
<aside><a href="/a">اقرأ أيضا: خبر آخر</a></aside><script>track("قال الرئيس")</script><footer>جميع الحقوق محفوظة</footer></body></html>`;

const readAt = (html: string) => readPage(html, { url: 'https://www.news.example/water?from=feed' });
const reason = async (html: string) => {
  const error: unknown = await readAt(html).catch((thrown: unknown) => thrown);
  return error instanceof UnreadableDocument ? error.reason : error;
};

it('reads headline, byline, paragraphs and captions, and nothing around them', async () => {
  const { text, ...facts } = await readAt(page({ head: ld() }));
  expect(text.split('\n\n')).toEqual([
    'مياه لا تنقطع في العاصمة',
    'ليلى حداد',
    ...PARAGRAPHS,
    'الوزير في المحطة (وكالة المدينة)',
  ]);
  expect(facts).toEqual({
    title: 'مياه لا تنقطع في العاصمة',
    byline: 'ليلى حداد',
    publishedAt: new Date('2024-10-09T16:05:00Z'),
    language: 'ar',
    canonicalUrl: 'https://news.example/water',
  });
});

it('falls back to meta elements and attributes', async () => {
  const head = `<meta property="og:title" content="عنوان من الصفحة"><meta name="author" content="سمير نجار">
    <meta property="article:published_time" content="2024-10-09T16:05:00">`;
  expect(await readAt(page({ head, lang: 'ar_AR' }))).toMatchObject({
    title: 'عنوان من الصفحة',
    byline: 'سمير نجار',
    publishedAt: new Date('2024-10-09T16:05:00Z'),
    language: 'ar',
  });
});

it('passes over JSON-LD that is broken or lies about the site', async () => {
  const head =
    '<script type="application/ld+json">{"@type": "NewsArticle", </script><meta property="og:url" content="https://evil.example/">';
  const html = page({ head }).replace('https://news.example/water', 'https://evil.example/water');
  expect(await readAt(html)).toMatchObject({ title: 'مياه لا تنقطع في العاصمة', canonicalUrl: null });
});

it('takes the text of JSON-LD where the page itself shows none', async () => {
  const body = PARAGRAPHS.join('\n');
  const { text } = await readAt(
    `<html><head>${ld({ articleBody: body })}</head><body><div id="app"></div><script src="a.js"></script></body></html>`,
  );
  expect(text).toContain(body);
});

it.each([
  [
    'SCRIPT_ONLY',
    '<html><body><div id="root"></div><script src="/app.js"></script><noscript>Enable JavaScript</noscript></body></html>',
  ],
  ['PAYWALL', page({ head: ld({ isAccessibleForFree: 'False' }), body: `<p>${PARAGRAPHS[0]}</p>` })],
  ['PAYWALL', page({ head: ld({ wordCount: 2_000 }) })],
  ['NO_TEXT', '<html><body><nav>Home</nav></body></html>'],
  ['NO_TEXT', ''],
  ['TOO_LARGE', `<html><body>${'<p>x</p>'.repeat(20_001)}</body></html>`],
  ['TOO_LARGE', `<html><body>${'<div>'.repeat(5_000)}x</body></html>`],
])('says %s', async (expected, html) => {
  expect(await reason(html)).toBe(expected);
});

it('reads a whole article although its page says that it is for subscribers', async () => {
  const body = Array.from({ length: 5 }, () => PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')).join('');
  expect((await readAt(page({ head: ld({ isAccessibleForFree: false }), body }))).text).toContain(PARAGRAPHS[2]);
});

it('gives a fragment whole, lists and tables in lines', async () => {
  const html = `<h2>Results</h2><p>A first<br>and a  second line.</p><ul><li>One, <i>in</i> italics</li><li><p>Two</p></li></ul>
    <table><tr><th>City</th><th>Litres</th></tr><tr><td>Alba</td><td>20</td></tr></table><p hidden>Unseen</p><!-- Unsaid -->`;
  expect((await readPage(html)).text).toBe(
    'Results\n\nA first\nand a second line.\n\n• One, in italics\n• Two\n\nCity\tLitres\nAlba\t20',
  );
});

it('never lets a script or style into the text, whatever surrounds it', async () => {
  const wrap = fc.constantFrom(
    'p',
    'div',
    'b',
    'table',
    'li',
    'svg',
    'template',
    'noscript',
    'article',
    'h1',
    'a',
    'select',
  );
  const hidden = fc.constantFrom('script', 'style');
  await fc.assert(
    fc.asyncProperty(fc.array(wrap, { maxLength: 6 }), hidden, fc.string(), async (around, tag, noise) => {
      const open = around.map((name) => `<${name}>`).join('');
      const html = `<p>A paragraph that anybody may read.</p>${open}<${tag}>SECRET_MARK</${tag}>${noise}`;
      const text = await readPage(html).then(
        (read) => read.text,
        (error: unknown) => {
          if (error instanceof UnreadableDocument) return '';
          throw error;
        },
      );
      expect(text).not.toContain('SECRET_MARK');
    }),
    { numRuns: 150 },
  );
});

it('gives clean text or says why not, for any bytes between tags', async () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      '<p>',
      '</p>',
      '<div',
      '>',
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '&#0;',
      '&#xd800;',
      '&nbsp;',
      '<html>',
      '<body>',
      '<article>',
      '<li>',
      '"',
      '<![CDATA[',
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
      const read = await readPage(pieces.join('')).catch((error: unknown) => error);
      if (read instanceof UnreadableDocument) return;
      const { text } = read as { text: string };
      expect(text.isWellFormed()).toBe(true);
      expect(text).not.toContain('\0');
      expect(text).toBe(text.trim());
    }),
    { numRuns: 200 },
  );
});
