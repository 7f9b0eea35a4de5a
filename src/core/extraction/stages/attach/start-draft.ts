import { type CueHit, type MentionDraft, type QuoteDraft } from '../../draft.js';
import { type Attaching } from './attaching.js';
import { subjectOfSentence } from './subject-of-sentence.js';

/** A draft without contents for a cue. */
export function startDraft(
  state: Attaching,
  cue: CueHit,
  mention: MentionDraft | null,
  rule: string,
  confidence: number,
): QuoteDraft {
  return {
    type: 'INDIRECT',
    contents: [],
    cue,
    mention,
    sentence: cue.sentence,
    rule,
    confidence,
    stance: 'ASSERTED',
    links: [],
    subject:
      mention || state.drafts.at(-1)?.sentence === cue.sentence || state.open ? null : subjectOfSentence(state, cue),
  };
}
