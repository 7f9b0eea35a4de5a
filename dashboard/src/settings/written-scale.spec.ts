import type { ScaleInFullFragment } from '../generated/documents';
import { addRating, beginScale, moveRating, toScaleInput } from './written-scale';

const rating = (code: string, ratingValue: number | null) => ({
  ...{ code, needsEvidence: true, labels: { ar: 'ع', en: 'E', fr: 'F' } },
  ...{ ratingValue, bestRating: ratingValue && 5, worstRating: ratingValue && 1 },
});
const SCALE = {
  ...{ code: 'DEFAULT_CLAIM', version: 1, kind: 'CLAIM', isDefault: true, inForce: true, retired: false },
  ...{ createdAt: null, ratings: [rating('FALSE', 1), rating('OPINION', null)] },
} as ScaleInFullFragment;

it("makes of a default scale a new one of the newsroom's own", () => {
  expect(toScaleInput(SCALE, beginScale(SCALE))).toEqual({
    ...{ kind: 'CLAIM', code: 'OWN_CLAIM', expectedVersion: 0 },
    ratings: [
      { ...rating('FALSE', 1) },
      { code: 'OPINION', needsEvidence: true, labels: { ar: 'ع', en: 'E', fr: 'F' } },
    ],
  });
});

it('makes of an own scale its next version, and under another code another scale', () => {
  const own = { ...SCALE, code: 'HOUSE', version: 3, isDefault: false };
  expect(toScaleInput(own, beginScale(own))).toMatchObject({ code: 'HOUSE', expectedVersion: 3 });
  expect(toScaleInput(own, { ...beginScale(own), code: 'OTHER ' })).toMatchObject({
    code: 'OTHER',
    expectedVersion: 0,
  });
});

it('adds and moves ratings, each with a key of its own', () => {
  const three = addRating(beginScale(SCALE).ratings);
  expect(new Set(three.map(({ key }) => key)).size).toBe(3);
  expect(moveRating(three, 2, -1).map(({ code }) => code)).toEqual(['FALSE', '', 'OPINION']);
  expect(moveRating(three, 0, -1).map(({ code }) => code)).toEqual(['FALSE', 'OPINION', '']);
  expect(moveRating(three, 2, 1).map(({ code }) => code)).toEqual(['FALSE', 'OPINION', '']);
});
