import { excerptOf } from './excerpt';

const text = 'العنوان\nقال الوزير: "لن ترتفع التعرفة هذا العام".\nخاتمة';
const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

it('gives the paragraph, cut where spans begin and end', () => {
  const parts = excerptOf(text, [span('لن ترتفع التعرفة هذا العام')], span('قال'));
  expect(parts.map((part) => part.text).join('')).toBe('قال الوزير: "لن ترتفع التعرفة هذا العام".');
  expect(parts.filter(({ marked }) => marked).map((part) => part.text)).toEqual(['لن ترتفع التعرفة هذا العام']);
  expect(parts.find(({ cue }) => cue)?.text).toBe('قال');
});

it('keeps spans apart that stand apart, and what is between them', () => {
  const parts = excerptOf(text, [span('لن ترتفع'), span('العام')], null);
  expect(parts.map(({ marked }) => marked)).toEqual([false, true, false, true, false]);
});

it('cuts a paragraph without end at a space', () => {
  const long = 'كلمة '.repeat(1_000);
  const [before, , after] = excerptOf(long, [{ start: 2_500, end: 2_504 }], null);
  expect(before!.text.length).toBeLessThanOrEqual(400);
  expect(before!.text.startsWith('كلمة')).toBe(true);
  expect(after!.text.endsWith('كلمة')).toBe(true);
});

it('has nothing to show without a span', () => {
  expect(excerptOf(text, [], null)).toEqual([]);
});
