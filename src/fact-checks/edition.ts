import type { Appearance, Claimant } from '../core/claim-review/model.js';
import type { Rating } from '../core/workflow/rating-scale.js';
import type { EvidenceStance, FactCheckEdition } from '../generated/prisma/client.js';

/** A piece of evidence as readers see it; protected sources are not among them. */
export interface PublishedEvidence {
  readonly stance: EvidenceStance;
  readonly url: string | null;
  readonly quotation: string | null;
  readonly note: string | null;
}

export const PARTS = ['PROPOSED', 'APPROVED', 'PUBLISHED'] as const;
/** What somebody did for a fact-check. */
export type Part = (typeof PARTS)[number];

/** Who took part, by member id. */
export interface Participants {
  readonly proposerId: string;
  readonly approverId: string;
  readonly publisherId: string;
  /** As readers are told, where the newsroom's policy told them when it was published. */
  readonly names?: Readonly<Record<Part, string>>;
}

interface Stored {
  readonly rating: Rating;
  readonly claimant: Claimant | null;
  readonly appearance: Appearance | null;
  readonly evidence: readonly PublishedEvidence[];
  readonly participants: Participants;
}

/** An edition, its JSON columns as what they hold. */
export type EditionRow = Omit<FactCheckEdition, keyof Stored> & Stored;

/** What is published, before it is known where and when. */
export type EditionContent = Omit<
  EditionRow,
  'newsroomId' | 'factCheckId' | 'number' | 'publishedAt' | 'correctionClass' | 'publicNote'
>;
