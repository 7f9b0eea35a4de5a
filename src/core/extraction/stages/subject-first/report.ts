import { type CueHit, type MentionDraft } from '../../draft.js';

/** A reporting clause: its cue, who speaks in it, and the tokens that it takes up. */
export interface Report {
  readonly cue: CueHit;
  readonly mention: MentionDraft | null;
  /** Who speaks where the words at the cue do not say it: a relative pronoun's noun, the subject of an earlier verb. */
  readonly subject: MentionDraft | null;
  /** First token of the clause, its subject included. */
  readonly from: number;
  /** First token after the cue and a subject that follows it. */
  readonly to: number;
  /** The subject follows the verb, as it does where a report stands after its content. */
  readonly inverted: boolean;
  readonly passive: boolean;
}
