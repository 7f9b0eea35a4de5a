import type { AttributionLink, Slice } from '../core/extraction/model.js';
import { foldText } from '../core/extraction/fold-text.js';
import type {
  ClaimStance,
  ExtractionOrigin,
  PropositionOrigin,
  QuoteType,
  SpeakerKind,
  SubjectState,
} from '../generated/prisma/client.js';
import { joinSlices } from './slices.js';

export type SubjectKind = 'QUOTE' | 'CLAIM';

export interface SubjectSpeaker {
  readonly name: string | null;
  readonly kind: SpeakerKind | null;
  readonly anonymous: boolean;
}

/** All of a quote or claim that a person can mend. What the other kind has is null. */
export interface SubjectContent {
  readonly spans: readonly Slice[];
  readonly speaker: SubjectSpeaker | null;
  /** The words beside the cue that stand for the speaker. */
  readonly mention: Slice | null;
  readonly resolutionRefused: boolean;
  readonly cue: Slice | null;
  readonly type: QuoteType | null;
  readonly stance: ClaimStance | null;
  readonly proposition: string | null;
  readonly propositionOrigin: PropositionOrigin | null;
}

/** A quote or claim as it is stored. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly newsroomId: string;
  readonly articleId: string;
  readonly versionNumber: number;
  readonly origin: ExtractionOrigin;
  readonly rule: string;
  readonly confidence: number;
  readonly state: SubjectState;
  readonly chain: readonly AttributionLink[];
  readonly checkWorthiness: number;
  /** Of a claim: the quote that states it, and the claim that it denies. */
  readonly quoteId: string | null;
  readonly deniesId: string | null;
  readonly content: SubjectContent;
}

/** What the task of a quote or claim repeats of it for lists. */
export const listedOf = ({ spans, speaker, stance }: SubjectContent) => ({
  stance,
  anonymous: speaker?.anonymous ?? false,
  speakerFolded: foldText(speaker?.name ?? '').text,
  textFolded: foldText(joinSlices(spans)).text,
  textPosition: spans[0]?.start ?? 0,
});

/** The chain of attribution after its nearest link was said anew; what lies behind that link stays. */
export function chainOf({ speaker, mention, cue, stance }: SubjectContent, before: readonly AttributionLink[]) {
  const [nearest, ...rest] = before;
  if (speaker === null && cue === null) return [];
  const link = { speaker: speaker && { ...speaker, mention }, cue, stance: nearest?.stance ?? stance ?? 'ASSERTED' };
  return [link, ...rest];
}
