import { WordClass } from '../../languages/word-class.js';
import { type Attaching } from '../attach/attaching.js';
import { hasClass } from '../has-class.js';
import { type Report } from './report.js';
import { type RightContent } from './right-content.js';

/**
 * Whether a report stands beside the one before it («…, et a ajouté que», ", adding that") rather than inside its content.
 */
export function isBeside(state: Attaching, report: Report, right: RightContent | null): boolean {
  const { tokens } = state.reading;
  const from = state.open?.from ?? state.floor;
  if (report.from <= from) return false;
  const before = tokens[report.from - 1];
  if (!before) return false;
  if (report.cue.sense.form === 'participle') {
    return (
      before.key === ',' ||
      before.key === ';' ||
      hasClass(before, WordClass.conjunction) ||
      before.kind === 'mark' ||
      (report.from < report.cue.from && right !== null && !hasClass(tokens[report.cue.from - 1], WordClass.preposition))
    );
  }
  if (!right) return false;
  if (before.key === ';') return true;
  let at = report.from - 1;
  while (at > from && hasClass(tokens[at], WordClass.adverb)) at--;
  const joint = tokens[at];
  if (hasClass(joint, WordClass.contrast)) return true;
  if (hasClass(joint, WordClass.conjunction)) {
    if (report.mention === null) return true;
    return tokens[at - 1]?.key === ',' || tokens[at - 1]?.kind === 'mark';
  }
  if (joint?.key === ',' && report.mention && !report.inverted) {
    return !hasClass(tokens[report.mention.from], WordClass.relative) || state.open?.draft.cue?.sense.weak === true;
  }
  return joint?.key === ',' && report.mention === null;
}
