import { type CueHit } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { hasClass } from '../has-class.js';
import { readSubjectBefore } from '../phrase/read-subject-before.js';
import { type Attaching } from './attaching.js';
import { concedes } from './concedes.js';
import { subjectBefore } from './subject-before.js';

/** Whether a cue stands beside the report before it rather than inside its content. */
export function isSibling(state: Attaching, cue: CueHit, from: number): boolean {
  const { reading, after } = state;
  const { tokens, language, closing } = reading;
  const token = tokens[cue.from];
  if (cue.sense.form === 'participle' || cue.sense.form === 'noun') return true;
  if (!token) return false;
  if (after) {
    if (token.conjunction > 0) return !cue.sense.weak;
    const before = tokens[cue.from - 1];
    if (before && (/^[,،؛]$/u.test(before.key) || closing.has(cue.from - 1) || before.key === 'و'))
      return cue.from - 1 > from;
    // «…، فيما كشف قيادي …», «"…"، لكنه أوضح أن …»
    if (
      hasClass(before, WordClass.contrast | WordClass.conjunction) &&
      !hasClass(before, WordClass.relative) &&
      !cue.sense.weak &&
      (/^[,،؛]$/u.test(tokens[cue.from - 2]?.key ?? '') || closing.has(cue.from - 2))
    )
      return cue.from - 2 > from;
    if (
      hasClass(before, WordClass.relative) &&
      before?.key.startsWith(language.article) &&
      /^[,،؛]$/u.test(tokens[cue.from - 2]?.key ?? '')
    )
      return true;
    const subject = subjectBefore(state, cue, from);
    if (subject !== null && concedes(state, subject.from) !== -1) return true;
    return (
      subject !== null &&
      hasClass(tokens[subject.from - 1], WordClass.contrast) &&
      /^[,،؛]$/u.test(tokens[subject.from - 2]?.key ?? '')
    );
  }
  const subject = readSubjectBefore(reading, cue.from, from);
  const at = subject ? subject.from : cue.from;
  if (at <= from) return false;
  const before = tokens[at - 1];
  if (!before) return false;
  if (/^[;]$/u.test(before.key)) return true;
  if (
    hasClass(before, WordClass.contrast) ||
    (hasClass(before, WordClass.conjunction) && (!subject || /^[,]$/u.test(tokens[at - 2]?.key ?? '')))
  )
    return true;
  return before.key === ',' && subject !== null && cue.sense.takes.includes('clause');
}
