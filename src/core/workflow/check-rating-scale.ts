import { LABEL_LANGUAGES, type Rating, type RatingScale } from './rating-scale.js';
import { visibleLength } from './visible-length.js';

/** What is wrong with a scale that a newsroom brings, as sentences; none for one that verdicts may use. */
export function checkRatingScale(scale: RatingScale): readonly string[] {
  const { ratings } = scale;
  const faults = ratings.flatMap(faultsOf);
  if (ratings.length < 2) faults.push('A scale needs at least two ratings.');
  if (!Number.isInteger(scale.version) || scale.version < 1) faults.push('Versions count from 1.');
  if (new Set(ratings.map(({ code }) => code)).size < ratings.length) faults.push('Two ratings have one code.');
  if (ratings.some(({ order }, index) => order !== index + 1)) faults.push('The order does not count up from 1.');
  for (const language of LABEL_LANGUAGES) {
    const labels = new Set(ratings.map((rating) => rating.labels[language]));
    // Readers see labels only: two that read alike are one rating to them.
    if (labels.size < ratings.length) faults.push(`Two ratings have one label in ${language}.`);
  }
  return faults;
}

function faultsOf({ code, labels, claimReview }: Rating): string[] {
  const faults = LABEL_LANGUAGES.filter((language) => visibleLength(labels[language]) === 0).map(
    (language) => `${code} has no label in ${language}.`,
  );
  if (!/^[A-Z][A-Z0-9_]*$/.test(code)) faults.push(`${code} is no code in CAPITALS.`);
  if (claimReview === null) return faults;
  const { ratingValue, bestRating, worstRating } = claimReview;
  if (!(worstRating >= 1 && worstRating < bestRating)) faults.push(`${code} has no range from 1 upwards.`);
  if (!(ratingValue >= worstRating && ratingValue <= bestRating)) faults.push(`${code} lies outside its range.`);
  return faults;
}
