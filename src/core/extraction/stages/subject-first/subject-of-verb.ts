import { type MentionDraft } from '../../draft.js';
import { type Attaching } from '../attach/attaching.js';
import { isFinite } from './is-finite.js';
import { readSubject } from './read-subject.js';

/** "Ann Lee toured the plant and called for a ban": the subject of the nearest verb before speaks. */
export function subjectOfVerb(state: Attaching, before: number): MentionDraft | null {
  const { reading, sentence } = state;
  const { tokens } = reading;
  let found: MentionDraft | null = null;
  for (let i = sentence.from + 1; i < before; i++) {
    if (!isFinite(tokens[i]) || reading.pairOf[i] !== -1 || isFinite(tokens[i - 1])) continue;
    const subject = readSubject(reading, i, sentence.from);
    if (!subject) continue;
    if (!found || subject.personal || subject.pronoun) found = subject;
    if (found.personal) return found;
  }
  return found;
}
