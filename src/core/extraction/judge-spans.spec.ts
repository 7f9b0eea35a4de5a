import { extract } from './extract.js';
import { judgeSpans } from './judge-spans.js';

const TEXTS = {
  en: 'Exports rose by 12 percent in 2025, the ministry said on Monday. The party did not sell any boats, Lena Brandt said.',
  ar: 'قال وزير المياه سامر الحلو إن الفاقد في الشبكة انخفض إلى النصف منذ عام 2023. ونفى الحلو أن تكون التعرفة قد ارتفعت.',
  fr: 'Les exportations ont augmenté de 12 % en 2025, a déclaré le ministère lundi.',
};

it.each(Object.entries(TEXTS))('judges what a person marks as it judges what it finds itself: %s', (language, text) => {
  const { claims } = extract(text, { language });
  expect(claims.length).toBeGreaterThan(0);
  for (const { spans, stance, quote, checkWorthiness, proposition, propositionIsVerbatim } of claims) {
    const asked = { spans, stance, attributed: quote !== null, language };
    expect(judgeSpans(text, asked)).toMatchObject({ checkWorthiness, proposition, propositionIsVerbatim });
  }
});

it('takes the negation out of what is denied', () => {
  const start = TEXTS.en.indexOf('The party');
  const spans = [{ start, end: TEXTS.en.indexOf(', Lena') }];
  const asked = { spans, attributed: true, language: 'en' };
  expect(judgeSpans(TEXTS.en, { ...asked, stance: 'DENIED' }).proposition).toBe('The party did sell boats');
  expect(judgeSpans(TEXTS.en, { ...asked, stance: 'ASSERTED' }).proposition).toBe('The party did not sell any boats');
});

it('finds figures more check-worthy than small talk, and judges blanks and marks too', () => {
  const text = 'It was 12 million tonnes in 2025. It was nice!   ';
  const worth = (from: number, to: number) =>
    judgeSpans(text, { spans: [{ start: from, end: to }], stance: 'ASSERTED', attributed: false }).checkWorthiness;
  expect(worth(0, 32)).toBeGreaterThan(worth(34, 45));
  expect(worth(46, 49)).toBeGreaterThanOrEqual(0);
});
