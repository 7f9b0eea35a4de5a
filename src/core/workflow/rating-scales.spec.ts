import { checkRatingScale } from './check-rating-scale.js';
import { findRating, type RatingScale } from './rating-scale.js';
import { DEFAULT_CLAIM_SCALE, DEFAULT_QUOTE_SCALE, DEFAULT_RATING_SCALES } from './rating-scales.js';

const codes = (scale: RatingScale) => scale.ratings.map(({ code }) => code).join(' ');

describe('the default scales', () => {
  it('have the ratings that were promised', () => {
    expect(codes(DEFAULT_CLAIM_SCALE)).toBe(
      'FALSE MOSTLY_FALSE HALF_TRUE MOSTLY_TRUE TRUE MISLEADING OUT_OF_CONTEXT UNVERIFIABLE SATIRE NOT_A_CLAIM',
    );
    expect(codes(DEFAULT_QUOTE_SCALE)).toBe('ACCURATE ALTERED OUT_OF_CONTEXT MISATTRIBUTED FABRICATED UNVERIFIABLE');
  });

  it.each(Object.values(DEFAULT_RATING_SCALES))('are sound ($code)', (scale) => {
    expect(checkRatingScale(scale)).toEqual([]);
    expect(DEFAULT_RATING_SCALES[scale.kind]).toBe(scale);
  });

  it('ask for no evidence with NOT_A_CLAIM alone', () => {
    const without = Object.values(DEFAULT_RATING_SCALES)
      .flatMap(({ ratings }) => ratings)
      .filter(({ needsEvidence }) => !needsEvidence);
    expect(without.map(({ code }) => code)).toEqual(['NOT_A_CLAIM']);
  });

  it('find a rating by its code, and none that they do not have', () => {
    expect(findRating(DEFAULT_CLAIM_SCALE, 'HALF_TRUE')?.claimReview).toEqual({
      ratingValue: 3,
      bestRating: 5,
      worstRating: 1,
    });
    expect(findRating(DEFAULT_CLAIM_SCALE, 'ACCURATE')).toBeNull();
  });
});

describe('checkRatingScale', () => {
  const [first, second] = DEFAULT_QUOTE_SCALE.ratings;
  const scaleWith = (change: object): RatingScale => ({
    ...DEFAULT_QUOTE_SCALE,
    ratings: [{ ...first!, ...change }, second!],
  });

  it.each([
    ['a code that is used twice', { code: 'ALTERED' }, 'Two ratings have one code.'],
    ['a code in small letters', { code: 'accurate' }, 'accurate is no code in CAPITALS.'],
    ['a label of nothing visible', { labels: { ...first!.labels, ar: '\u200f ' } }, 'ACCURATE has no label in ar.'],
    [
      'a label that is used twice',
      { labels: { ...first!.labels, en: 'Altered' } },
      'Two ratings have one label in en.',
    ],
    ['a gap in the order', { order: 3 }, 'The order does not count up from 1.'],
    [
      'a range from zero',
      { claimReview: { ratingValue: 1, bestRating: 5, worstRating: 0 } },
      'ACCURATE has no range from 1 upwards.',
    ],
    [
      'a number out of range',
      { claimReview: { ratingValue: 6, bestRating: 5, worstRating: 1 } },
      'ACCURATE lies outside its range.',
    ],
    [
      'a number that is none',
      { claimReview: { ratingValue: NaN, bestRating: 5, worstRating: 1 } },
      'ACCURATE lies outside its range.',
    ],
  ])('names %s', (_, change, fault) => {
    expect(checkRatingScale(scaleWith(change))).toEqual([fault]);
  });

  it('names a single rating and a version before the first', () => {
    expect(checkRatingScale({ ...DEFAULT_QUOTE_SCALE, version: 0, ratings: [first!] })).toEqual([
      'A scale needs at least two ratings.',
      'Versions count from 1.',
    ]);
  });
});
