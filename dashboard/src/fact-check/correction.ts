import type { CorrectFactCheckInput, CorrectionClass, CorrectionInFullFragment } from '../generated/documents';
import type { FactCheckInFull } from './use-fact-check';

export const CLASSES: readonly CorrectionClass[] = ['TYPO', 'RATING_UNCHANGED', 'RATING_CHANGED', 'RETRACTION'];

/** What somebody writes into the form of a correction. The texts begin as they are published. */
export interface WrittenCorrection {
  readonly class: CorrectionClass | '';
  readonly publicNote: string;
  readonly rating: string;
  readonly title: string;
  readonly summary: string;
  readonly claimReviewed: string;
  readonly rationale: string;
}

const TEXTS = ['title', 'summary', 'claimReviewed', 'rationale'] as const;

export const beginCorrection = (factCheck: FactCheckInFull): WrittenCorrection => ({
  ...{ class: '', publicNote: '', rating: '' },
  title: factCheck.title,
  summary: factCheck.summary,
  claimReviewed: factCheck.claimReviewed,
  rationale: factCheck.rationale,
});

/** What is proposed: of the texts only those that were changed, and of a retraction none. Null without a class. */
export function toCorrection(
  factCheck: Pick<FactCheckInFull, 'id' | 'version' | (typeof TEXTS)[number]>,
  written: WrittenCorrection,
): CorrectFactCheckInput | null {
  if (!written.class) return null;
  const changed = TEXTS.filter((field) => written[field] !== factCheck[field]);
  return {
    factCheckId: factCheck.id,
    class: written.class,
    publicNote: written.publicNote.trim(),
    ...(written.class === 'RATING_CHANGED' && written.rating && { rating: written.rating }),
    ...(written.class !== 'RETRACTION' && Object.fromEntries(changed.map((field) => [field, written[field]]))),
    expectedVersion: factCheck.version,
  };
}

/** A correction that waits, as it was proposed: for a look at the page that it would make. */
export const asProposed = (
  { id, version }: Pick<FactCheckInFull, 'id' | 'version'>,
  correction: CorrectionInFullFragment,
): CorrectFactCheckInput => ({
  factCheckId: id,
  class: correction.class,
  publicNote: correction.publicNote,
  rating: correction.rating,
  rationale: correction.rationale,
  title: correction.title,
  summary: correction.summary,
  claimReviewed: correction.claimReviewed,
  expectedVersion: version,
});
