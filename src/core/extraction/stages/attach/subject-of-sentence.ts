import { type CueHit, type MentionDraft } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { hasClass } from '../has-class.js';
import { type Reading } from '../../reading.js';
import { readSubjectAfter } from '../phrase/read-subject-after.js';
import { readSubjectBefore } from '../phrase/read-subject-before.js';
import { type Attaching } from './attaching.js';
import { topicOf } from './topic-of.js';

const SPEAKERS = WordClass.role | WordClass.organization | WordClass.group | WordClass.media | WordClass.document;

/** "Ann Lee has toured the plant and called for a ban": the subject of the first verb speaks. */
export function subjectOfSentence(state: Attaching, cue: CueHit): MentionDraft | null {
  const { reading, sentence, after } = state;
  const { tokens } = reading;
  const first = after ? nominal(state, cue) : null;
  if (first) return first;
  for (let i = after ? pastSetting(state, cue) : sentence.from; i < cue.from; i++) {
    const verb = hasClass(tokens[i], WordClass.verb | WordClass.auxiliary) || (after && reports(reading, i));
    if (!verb || reading.pairOf[i] !== -1) continue;
    if (after && hasClass(tokens[i], WordClass.auxiliary)) {
      // «كانت وكالة … قد خفضت»: the subject stands between the two.
      const between = readSubjectAfter(reading, i + 1, cue.from, true);
      if (between && (between.personal || hasClass(tokens[between.head ?? -1], SPEAKERS))) return between;
      continue;
    }
    const subject = after
      ? readSubjectAfter(reading, i + 1, cue.from, true)
      : readSubjectBefore(reading, i, sentence.from);
    return subject &&
      (!after || (subject.personal && subject.loose !== true) || hasClass(tokens[subject.head ?? -1], SPEAKERS))
      ? subject
      : null;
  }
  return null;
}

/** «أما واشنطن فاكتفت …», «أحد الحراس، وقد ترك الخدمة، …»: the sentence begins with who it is about. */
function nominal(state: Attaching, cue: CueHit): MentionDraft | null {
  const { reading, sentence } = state;
  const { tokens } = reading;
  const topic = topicOf(reading, sentence, cue.from);
  if (topic) return topic;
  let from = sentence.from;
  while (from < cue.from && tokens[from]?.kind === 'punctuation') from++;
  // «غير أن نسخة من المحضر، …، تشير إلى …»: behind a contrast the sentence begins as well.
  if (hasClass(tokens[from + 1], WordClass.complementiser) && tokens[from]?.kind === 'word') from += 2;
  const token = tokens[from];
  if (!token || token.conjunction > 0 || token.preposition !== '' || reports(reading, from)) return null;
  if (hasClass(token, WordClass.verb | WordClass.preposition | WordClass.pronoun) && !hasClass(token, SPEAKERS))
    return null;
  const subject = readSubjectAfter(reading, from, cue.from, false, 0, true);
  if (!subject || !(subject.personal || hasClass(tokens[subject.head ?? -1], SPEAKERS))) return null;
  const next = tokens[subject.to];
  if (subject.loose && !/^[,،]$/u.test(next?.key ?? '')) return null;
  return next?.kind === 'punctuation' || hasClass(next, WordClass.verb | WordClass.relative) ? subject : null;
}

/** Past a clause that only says when: «وحين سأله القاضي …، أجاب». */
function pastSetting(state: Attaching, cue: CueHit): number {
  const { reading, sentence } = state;
  const { tokens } = reading;
  const first = tokens[sentence.from];
  if (!hasClass(first, WordClass.conjunction) || first?.key === 'و') return sentence.from;
  for (let i = sentence.from; i < cue.from; i++) if (/^[,،]$/u.test(tokens[i]?.key ?? '')) return i + 1;
  return sentence.from;
}

function reports(reading: Reading, at: number): boolean {
  const entries = reading.language.cuesOf.get(reading.tokens[at]?.core ?? '');
  return entries?.some(({ rest, sense }) => rest.length === 0 && sense.form === 'verb') ?? false;
}
