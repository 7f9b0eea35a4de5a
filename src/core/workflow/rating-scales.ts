import { type ClaimReviewNumbers, type LabelLanguage, type Rating, type RatingScale } from './rating-scale.js';

type Labels = Readonly<Record<LabelLanguage, string>>;

/** From 1 (false) to 5 (true), as readers of ClaimReview expect. */
const outOfFive = (ratingValue: number): ClaimReviewNumbers => ({ ratingValue, bestRating: 5, worstRating: 1 });

const inOrder = (ratings: readonly Omit<Rating, 'order'>[]): Rating[] =>
  ratings.map((rating, index) => ({ ...rating, order: index + 1 }));

const degree = (code: string, value: number, labels: Labels): Omit<Rating, 'order'> => ({
  code,
  labels,
  claimReview: outOfFive(value),
  needsEvidence: true,
});

const kind = (code: string, labels: Labels, needsEvidence = true): Omit<Rating, 'order'> => ({
  code,
  labels,
  claimReview: null,
  needsEvidence,
});

/** Is it true? Five degrees, then what lies beside the way from false to true. */
export const DEFAULT_CLAIM_SCALE: RatingScale = {
  code: 'DEFAULT_CLAIM',
  version: 1,
  kind: 'CLAIM',
  ratings: inOrder([
    degree('FALSE', 1, { ar: 'خاطئ', en: 'False', fr: 'Faux' }),
    degree('MOSTLY_FALSE', 2, { ar: 'خاطئ في معظمه', en: 'Mostly false', fr: 'Plutôt faux' }),
    degree('HALF_TRUE', 3, { ar: 'نصف صحيح', en: 'Half true', fr: 'À moitié vrai' }),
    degree('MOSTLY_TRUE', 4, { ar: 'صحيح في معظمه', en: 'Mostly true', fr: 'Plutôt vrai' }),
    degree('TRUE', 5, { ar: 'صحيح', en: 'True', fr: 'Vrai' }),
    kind('MISLEADING', { ar: 'مضلِّل', en: 'Misleading', fr: 'Trompeur' }),
    kind('OUT_OF_CONTEXT', { ar: 'خارج سياقه', en: 'Out of context', fr: 'Hors contexte' }),
    kind('UNVERIFIABLE', { ar: 'يتعذّر التحقق منه', en: 'Unverifiable', fr: 'Invérifiable' }),
    kind('SATIRE', { ar: 'محتوى ساخر', en: 'Satire', fr: 'Satire' }),
    kind(
      'NOT_A_CLAIM',
      { ar: 'ليس ادعاءً يمكن فحصه', en: 'Not a checkable claim', fr: 'Pas une affirmation vérifiable' },
      false,
    ),
  ]),
};

/**
 * Was it said, so, by whom? The claim under review is that this speaker said this: true for ACCURATE, false where the
 * speaker did not say it. How far an altered quote is from what was said differs from case to case: no number.
 */
export const DEFAULT_QUOTE_SCALE: RatingScale = {
  code: 'DEFAULT_QUOTE',
  version: 1,
  kind: 'QUOTE',
  ratings: inOrder([
    degree('ACCURATE', 5, { ar: 'نقل دقيق', en: 'Accurate', fr: 'Fidèle' }),
    kind('ALTERED', { ar: 'محرَّف', en: 'Altered', fr: 'Altéré' }),
    kind('OUT_OF_CONTEXT', { ar: 'مقتطع من سياقه', en: 'Out of context', fr: 'Hors contexte' }),
    degree('MISATTRIBUTED', 1, { ar: 'منسوب إلى غير قائله', en: 'Misattributed', fr: 'Mal attribué' }),
    degree('FABRICATED', 1, { ar: 'مختلق', en: 'Fabricated', fr: 'Inventé de toutes pièces' }),
    kind('UNVERIFIABLE', { ar: 'يتعذّر التحقق منه', en: 'Unverifiable', fr: 'Invérifiable' }),
  ]),
};

/** What a newsroom starts with, by kind of task. */
export const DEFAULT_RATING_SCALES: Readonly<Record<RatingScale['kind'], RatingScale>> = {
  QUOTE: DEFAULT_QUOTE_SCALE,
  CLAIM: DEFAULT_CLAIM_SCALE,
};
