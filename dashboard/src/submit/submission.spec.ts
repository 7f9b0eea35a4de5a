import { findFault, isAddress, LONGEST_TEXT, NOTHING, toSubmission, typeOf } from './submission';

const file = (name: string, size = 10) => new File([new Uint8Array(size)], name);

it.each([
  ['text', { text: ' \n' }, 'no-text'],
  ['text', { text: 'a'.repeat(LONGEST_TEXT + 1) }, 'too-long'],
  ['text', { text: 'خبر' }, null],
  ['url', { url: 'news.example' }, 'no-url'],
  ['url', { url: ' https://news.example/a ' }, null],
  ['file', {}, 'no-file'],
  ['file', { file: file('scan.tiff') }, 'not-this-kind'],
  ['file', { file: file('Report.DOCX', 6 * 1024 * 1024) }, null],
  ['file', { file: file('page.html', 6 * 1024 * 1024) }, 'too-large'],
  ['file', { file: file('report.pdf', 21 * 1024 * 1024) }, 'too-large'],
] as const)('%s %#: says what is wrong before anything is sent', (way, written, fault) => {
  expect(findFault(way, { ...NOTHING, ...written })).toBe(fault);
});

it('sends a text as it was pasted, with what was said about it', async () => {
  const text = '\ufeffFirst line.\r\n ';
  const { body, query } = toSubmission('text', { ...NOTHING, text, title: ' T ', language: 'ar', date: '2026-05-04' });
  expect([body.type, query]).toEqual(['application/json', {}]);
  expect(JSON.parse(await body.text())).toEqual({
    ...{ text, title: 'T', language: 'ar', publishedAt: '2026-05-04T12:00:00Z' },
  });
});

it('says about a file in the address what the file cannot say', () => {
  const { body, query } = toSubmission('file', {
    ...NOTHING,
    file: file('a.srt'),
    title: 'T',
    sourceUrl: 'https://a.example',
  });
  expect([body.type, query]).toEqual(['application/x-subrip', { title: 'T', sourceUrl: 'https://a.example' }]);
});

it('knows an address that stands alone', () => {
  expect([' https://a.example/b\n', 'See https://a.example', 'text'].map(isAddress)).toEqual([true, false, false]);
});

it('knows files by their endings', () => {
  expect(['a.b.PDF', 'a', 'a.pdf.exe', 'ب.vtt'].map(typeOf)).toEqual(['application/pdf', null, null, 'text/vtt']);
});
