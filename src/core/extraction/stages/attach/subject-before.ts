import { type CueHit, type MentionDraft } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { hasClass } from '../has-class.js';
import { readSubjectBefore } from '../phrase/read-subject-before.js';
import { type Attaching } from './attaching.js';
import { topicOf } from './topic-of.js';

/** «لكن النادي نفى …», «غانتس قال …», «الجبهة، التي تدعو …»: the subject stands right before the verb, at a clause's start. */
export function subjectBefore(state: Attaching, cue: CueHit, least: number): MentionDraft | null {
  const { reading, sentence } = state;
  const { tokens } = reading;
  let to = cue.from;
  if (tokens[to]?.conjunction && least <= sentence.from + 1) {
    const topic = topicOf(reading, sentence, to);
    if (topic) return topic;
  }
  const relative = hasClass(tokens[to - 1], WordClass.relative);
  if (relative) to--;
  if (relative && /^[,،]$/u.test(tokens[to - 1]?.key ?? '')) to--;
  const mention = readSubjectBefore(reading, to, least);
  if (!mention) return null;
  const before = tokens[mention.from - 1];
  const atStart =
    mention.from <= least ||
    mention.from === sentence.from ||
    before?.kind === 'punctuation' ||
    before?.kind === 'mark' ||
    hasClass(before, WordClass.contrast | WordClass.conjunction | WordClass.complementiser | WordClass.auxiliary);
  return relative || atStart ? mention : null;
}
