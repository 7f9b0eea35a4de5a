import { type CueHit, type MentionDraft } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { hasClass } from '../has-class.js';
import { readSubjectAfter } from '../phrase/read-subject-after.js';
import { readSubjectBefore } from '../phrase/read-subject-before.js';
import { type Attaching } from './attaching.js';

const SPEAKERS = WordClass.role | WordClass.organization | WordClass.group | WordClass.media;

/** "Ann Lee has toured the plant and called for a ban": the subject of the first verb speaks. */
export function subjectOfSentence(state: Attaching, cue: CueHit): MentionDraft | null {
  const { reading, sentence, after } = state;
  const { tokens } = reading;
  for (let i = sentence.from; i < cue.from; i++) {
    if (!hasClass(tokens[i], WordClass.verb | WordClass.auxiliary) || reading.pairOf[i] !== -1) continue;
    if (after && hasClass(tokens[i], WordClass.auxiliary)) {
      // «كانت وكالة … قد خفضت»: the subject stands between the two.
      const between = readSubjectAfter(reading, i + 1, cue.from, true);
      if (between && (between.personal || hasClass(tokens[between.head ?? -1], SPEAKERS))) return between;
      continue;
    }
    const subject = after
      ? readSubjectAfter(reading, i + 1, cue.from, true)
      : readSubjectBefore(reading, i, sentence.from);
    return subject && (!after || subject.personal || hasClass(tokens[subject.head ?? -1], SPEAKERS)) ? subject : null;
  }
  return null;
}
