/// <reference lib="dom" />
import { makePdf } from '../integrations/make-pdf.js';
import { describeWhen } from '../kit/when.js';
import { BROWSER, NO_BROWSER } from './browser.js';
import { findFaults, Seats } from './seats.js';

const WORDS = {
  ar: {
    text: 'نص المقال',
    submit: 'قدّم المقال',
    understood: 'العربية',
    article:
      'الجسر الجديد يفتح في أيار\nقال وزير النقل سامر الحلو يوم الاثنين: "سنفتح الجسر في الأول من أيار". وأضاف أن كلفته بلغت 40 مليون دولار.',
    file: 'ملف',
    scan: 'لا نص فيه: لعله صورة ممسوحة ضوئيًا',
  },
  en: {
    text: 'Text of the article',
    submit: 'Submit the article',
    understood: 'English',
    article:
      'New bridge to open in May\n"We will open the bridge on the first of May," Transport Minister Ada Ferrol said on Monday. She added that it had cost 40 million dollars.',
    file: 'A file',
    scan: 'It holds no text: perhaps it is a scan',
  },
} as const;

describeWhen(BROWSER !== null, NO_BROWSER, 'submitting at the desk', () => {
  let seats: Seats;

  beforeAll(async () => void (seats = await Seats.open()), 90_000);

  afterEach(async () => expect(await seats.leave()).toEqual([]));

  afterAll(() => seats?.close());

  it.each(['ar', 'en'] as const)(
    'takes a pasted article by keys alone, shows what was understood and its tasks as they come, in %s',
    async (language) => {
      const words = WORDS[language];
      const page = await seats.sit('FACT_CHECKER', { language }, '/submit');
      await page.getByLabel(words.text).focus();
      await page.keyboard.insertText(words.article);
      await page.getByRole('region').locator('dl').getByText(words.understood).waitFor();
      await page.getByRole('button', { name: words.submit, exact: true }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/articles\/[\w-]+$/);
      // Nobody reloads: marks and tasks appear as the queue prepares them.
      await page.locator('mark').first().waitFor();
      await page.locator('#screen ol li').first().waitFor();
      expect(await page.locator('article').textContent()).toBe(words.article);
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/tasks\/[\w-]+$/);
      await page.locator('blockquote mark').waitFor();
    },
    60_000,
  );

  it('sends the same key again after the line broke, and gets the same article', async () => {
    const page = await seats.sit('FACT_CHECKER', { language: 'en' }, '/submit');
    const keys: (string | undefined)[] = [];
    await page.route('**/intake/articles?*', async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      if (keys.length > 1) return route.continue();
      // It arrives; its answer does not.
      await route.fetch();
      await route.abort('failed');
    });
    await page.getByLabel('Text of the article').fill('The harbour lost 300 jobs in 2024, the mayor said.');
    const submit = page.getByRole('button', { name: 'Submit the article', exact: true });
    await submit.click();
    await page.getByRole('alert').getByText('Nothing of what you wrote is lost').waitFor();
    await submit.click();
    await page.waitForURL(/\/articles\/[\w-]+$/);
    expect(keys).toEqual([expect.stringMatching(/^[\da-f]{32}$/), keys[0]]);
    const { articles } = await seats.ask('EDITOR', '{ articles(filter: { text: "harbour lost" }) { totalCount } }');
    expect(articles.totalCount).toBe(1);
    // The browser notes the line that broke; nothing else went wrong.
    expect(await seats.leave()).toEqual(['Failed to load resource: net::ERR_FAILED']);
  }, 60_000);

  it.each(['ar', 'en'] as const)('says in %s why a file gives no article', async (language) => {
    const words = WORDS[language];
    const page = await seats.sit('FACT_CHECKER', { language }, '/submit');
    await page.getByText(words.file, { exact: true }).click();
    const choose = (name: string, mimeType: string, buffer: Buffer) =>
      page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
    await choose('scan.pdf', 'application/pdf', Buffer.from(makePdf([[]])));
    await page.getByRole('alert').getByText(words.scan).waitFor();
    await choose('picture.tiff', 'image/tiff', Buffer.from('II*'));
    await page.locator('form').getByRole('alert').waitFor();
    expect(await page.getByRole('button', { name: words.submit, exact: true }).isDisabled()).toBe(true);
    await choose('council.vtt', 'text/vtt', Buffer.from(`WEBVTT\n\n00:01.000 --> 00:04.000\n${words.article}\n`));
    await page.getByRole('region').locator('dl').getByText(words.understood).waitFor();
  });

  it('leads to the article that is here already, and makes no second one of an address in the wrong field', async () => {
    const page = await seats.sit('EDITOR', { language: 'en' }, '/submit');
    const { articles } = await seats.ask('EDITOR', '{ articles(first: 1) { nodes { id title text } } }');
    const [known] = articles.nodes;
    await page.getByLabel('Text of the article').fill(known.text);
    expect(await page.getByRole('region').getByRole('link').getAttribute('href')).toBe(`/articles/${known.id}`);
    await page.getByLabel('Text of the article').fill(' http://127.0.0.1:9/page ');
    await page.getByRole('button', { name: 'This is an address: fetch the page' }).click();
    expect(await page.getByLabel('Address of the page').inputValue()).toBe('http://127.0.0.1:9/page');
    await page.getByRole('alert').getByText('The address is not on the public web').waitFor();
  });

  it.each([
    { language: 'ar', colours: 'light', width: 1280 },
    { language: 'en', colours: 'dark', width: 360 },
    { language: 'fr', colours: 'light', width: 768 },
    { language: 'ar', colours: 'dark', width: 360 },
  ] as const)('axe finds nothing wrong in $language, $colours, $width px', async (likes) => {
    const page = await seats.sit('EDITOR', likes, '/submit');
    await page.locator('textarea').first().fill(WORDS.en.article);
    await page.locator('dl').waitFor();
    const found = await findFaults(page, 'a text');
    const way = page.locator('.mantine-SegmentedControl-label');
    await way.nth(1).click();
    await page.locator('input[type=file]').setInputFiles({
      name: 'a-very-long-name-of-a-file-that-somebody-saved.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(makePdf([[]])),
    });
    await page.getByRole('alert').waitFor();
    found.push(...(await findFaults(page, 'a scan')));
    await way.nth(2).click();
    found.push(...(await findFaults(page, 'an address')));
    expect(found).toEqual([]);
  });
});
