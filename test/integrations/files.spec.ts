import fc from 'fast-check';
import { UnreadableDocument } from '../../src/platform/documents/document.js';
import { DOCUMENT_TYPES, type DocumentType, typeOfFile } from '../../src/platform/documents/document-types.js';
import { readDocument } from '../../src/platform/documents/read-document.js';
import { makeDocx, makeZip, paragraph } from './make-docx.js';
import { makePdf, visual } from './make-pdf.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const read = (mediaType: DocumentType, bytes: Uint8Array | string) =>
  readDocument({ mediaType, bytes: Buffer.from(bytes as string) });
const reason = async (mediaType: DocumentType, bytes: Uint8Array | string) => {
  const error: unknown = await read(mediaType, bytes).catch((thrown: unknown) => thrown);
  return error instanceof UnreadableDocument ? error.reason : error;
};

describe('PDF', () => {
  /** A line that ends at the right margin, as Arabic is set. */
  const arabic = (text: string, y: number) => ({ y, runs: [{ x: 560 - [...text].length * 6, drawn: visual(text) }] });

  it('reads Arabic, drawn from left to right, in its own order and in paragraphs', async () => {
    const bytes = makePdf(
      [
        [
          { ...arabic('مياه لا تنقطع', 760), size: 18 },
          arabic('أعلن وزير المياه سامر الحلو يوم الاثنين أن الفاقد في شبكة', 700),
          arabic('العاصمة انخفض إلى النصف.', 684),
          arabic('وقال الحلو إن التعرفة لن ترتفع هذا العام.', 650),
        ],
      ],
      { title: 'Water' },
    );
    const { text, title } = await read('application/pdf', bytes);
    expect(text).toBe(
      'مياه لا تنقطع\n\nأعلن وزير المياه سامر الحلو يوم الاثنين أن الفاقد في شبكة العاصمة انخفض إلى النصف.\n\nوقال الحلو إن التعرفة لن ترتفع هذا العام.',
    );
    expect(title).toBe('Water');
  });

  it('keeps numbers and Latin words within Arabic as they are read', async () => {
    const runs = [
      { x: 60, drawn: visual('في تقريرها.') },
      { x: 160, drawn: 'World' },
      { x: 196, drawn: 'Bank' },
      { x: 260, drawn: visual('في المئة، كما قال') },
      { x: 370, drawn: '2.5' },
      { x: 400, drawn: visual('انخفض الفاقد بنسبة') },
    ];
    const { text } = await read('application/pdf', makePdf([[{ y: 700, runs }]]));
    expect(text).toBe('انخفض الفاقد بنسبة 2.5 في المئة، كما قال World Bank في تقريرها.');
  });

  it('reads English over pages, with words divided at line ends joined', async () => {
    const line = (text: string, y: number) => ({ y, runs: [{ x: 40, drawn: text }] });
    const bytes = makePdf([
      [line('The minister said on Monday that the new bridge would be fin-', 700), line('ished in May.', 685)],
      [line('Nobody asked why.', 700)],
    ]);
    expect((await read('application/pdf', bytes)).text).toBe(
      'The minister said on Monday that the new bridge would be finished in May.\n\nNobody asked why.',
    );
  });

  it('says what a scan lacks, and how many pages are too many', async () => {
    expect(await reason('application/pdf', makePdf([[]]))).toBe('NO_TEXT');
    expect(await reason('application/pdf', makePdf(Array.from({ length: 201 }, () => [])))).toBe('TOO_LARGE');
    expect(await reason('application/pdf', 'no PDF at all')).toBe('NOT_THIS_KIND');
  });
});

describe('Word', () => {
  it('reads headings, paragraphs, lists and tables', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const bytes = makeDocx(
      paragraph('مياه لا تنقطع', 'Heading1') +
        paragraph('قال الوزير إن الفاقد &lt;انخفض&gt;.') +
        `<w:p><w:r><w:t>First</w:t><w:br/><w:t>second</w:t></w:r></w:p>` +
        `<w:tbl><w:tr>${cell('City')}${cell('Litres')}</w:tr></w:tbl>`,
    );
    expect(await read(DOCX, bytes)).toMatchObject({
      title: 'مياه لا تنقطع',
      text: expect.stringMatching(
        /^مياه لا تنقطع\n\nقال الوزير إن الفاقد <انخفض>\.\n\nFirst\nsecond\n\nCity\s+Litres$/,
      ),
    });
  });

  it('refuses what unpacks to far too much before it is unpacked', async () => {
    const bomb = makeDocx(paragraph('x'), { 'word/media/a.xml': Buffer.alloc(40 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await reason(DOCX, bomb)).toBe('TOO_LARGE');
  });

  it('refuses a directory that names one packed file many times', async () => {
    const zip = makeZip({ 'word/document.xml': Buffer.alloc(5 * 1024 * 1024) });
    const start = zip.readUInt32LE(zip.length - 6);
    const entry = zip.subarray(start, zip.length - 22);
    const end = Buffer.from(zip.subarray(zip.length - 22));
    end.writeUInt16LE(50, 10);
    expect(
      await reason(DOCX, Buffer.concat([zip.subarray(0, start), ...Array.from({ length: 50 }, () => entry), end])),
    ).toBe('TOO_LARGE');
  });

  it.each([
    ['another archive', makeZip({ 'a.txt': 'x' }), 'NOT_THIS_KIND'],
    ['no archive', 'x', 'NOT_THIS_KIND'],
    ['half of one', makeDocx(paragraph('x')).subarray(0, 500), 'NOT_THIS_KIND'],
    ['broken XML', makeDocx('<w:p><w:r'), 'NOT_THIS_KIND'],
    ['no words', makeDocx(''), 'NO_TEXT'],
  ])('refuses %s', async (_what, bytes, expected) => {
    expect(await reason(DOCX, bytes)).toBe(expected);
  });
});

describe('transcripts', () => {
  it('reads SubRip: sentences over several cues, without times and marks', async () => {
    const text =
      '\ufeff1\r\n00:00:01,000 --> 00:00:03,500\r\n<i>قال الوزير</i> إن\r\n\r\n2\r\n00:00:03,500 --> 00:00:06,000\r\n{\\an8}الفاقد انخفض.\r\n\r\n3\r\n00:01:00,000 --> 00:01:02,000\r\n- ومتى؟\r\n- غدا.\r\n';
    expect((await read('application/x-subrip', text)).text).toBe('قال الوزير إن الفاقد انخفض.\n- ومتى؟\n- غدا.');
  });

  it('reads WebVTT with its speakers, without notes and styles', async () => {
    const text = `WEBVTT - News\n\nNOTE nobody reads\nthis\n\nSTYLE\n::cue { color: red }\n\nintro\n00:01.000 --> 00:04.000 align:start\n<v Samer Helou>Prices <b>will not</b>\nrise &amp; that is all.\n\n00:04.000 --> 00:05.000\n<v Reporter>When?\n`;
    expect((await read('text/vtt', text)).text).toBe(
      'Samer Helou: Prices will not rise & that is all.\nReporter: When?',
    );
  });

  it('refuses what has no subtitles', async () => {
    expect(await reason('text/vtt', 'WEBVTT\n\nA text.')).toBe('NOT_THIS_KIND');
  });
});

it('reads any bytes under any name, or says in our words why not', async () => {
  const seeds = [
    makePdf([[{ y: 700, runs: [{ x: 40, drawn: 'Words.' }] }]]),
    makeDocx(paragraph('Words.')),
    Buffer.from('1\n00:00:01,000 --> 00:00:02,000\nWords.'),
  ];
  const damaged = fc
    .tuple(fc.constantFrom(...seeds), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 20 }))
    .map(([seed, changes]) => {
      const bytes = Buffer.from(seed);
      for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
      return bytes;
    });
  const types = Object.keys(DOCUMENT_TYPES) as DocumentType[];
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(damaged, fc.uint8Array({ maxLength: 300 })),
      fc.constantFrom(...types),
      async (bytes, type) => {
        const found: unknown = await read(type, bytes).catch((error: unknown) => error);
        if (found instanceof UnreadableDocument) expect(found.message).toMatch(/^[A-Z].{10,}/);
        else expect(found).toMatchObject({ text: expect.any(String) });
      },
    ),
    { numRuns: 150 },
  );
});

it('knows a file by its ending', () => {
  expect(['a.TXT', '/x/b.htm', 'c.docx', 'd.pdf', 'e.srt', 'f.vtt', 'g', 'h.exe'].map(typeOfFile)).toEqual([
    ...['text/plain', 'text/html', DOCX, 'application/pdf', 'application/x-subrip', 'text/vtt', null, null],
  ]);
});
