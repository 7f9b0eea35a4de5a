import { type Span } from '../../model.js';
import { WordClass } from '../../languages/word-class.js';
import { type Attaching } from '../attach/attaching.js';
import { cutContent } from '../cut-content.js';
import { hasClass } from '../has-class.js';
import { holdsVerb } from './holds-verb.js';
import { type Report } from './report.js';

/** A content to the left of its report, in marks or as plain words before a comma. */
export interface LeftContent {
  readonly kind: 'marks' | 'plain';
  readonly span: Span;
}

/** Finds what a report that stands after its content leaves to the left: «"A", dit-il», "Growth has slowed, the bank said". */
export function findLeft(state: Attaching, report: Report): LeftContent | null {
  const { reading, sentence, floor } = state;
  const { tokens, closing } = reading;
  let clause = report.from;
  while (clause > floor && hasClass(tokens[clause - 1], WordClass.contrast | WordClass.conjunction)) clause--;
  if (!/^[,–—?!…)-]$/u.test(tokens[clause - 1]?.key ?? '') && tokens[clause - 1]?.kind !== 'mark') clause = report.from;
  let end = clause;
  while (end > floor && tokens[end - 1]?.kind === 'punctuation') end--;
  const pair = closing.get(end - 1);
  if (pair && pair.open >= floor) {
    const lead = leadOf(pair.open);
    const span = lead ? cutContent(reading, floor, pair.close + 1) : cutContent(reading, pair.open + 1, pair.close);
    return span && { kind: 'marks', span };
  }
  const pairs = reading.blockPairs[sentence.block] ?? [];
  if (pair && pair.open === -1) {
    const span = cutContent(reading, floor, end - 1);
    return span && { kind: 'marks', span };
  }
  const unclosed = pairs.find(
    (other) => other.close === -1 && other.open >= floor && other.open < clause && other.inside.to >= clause - 1,
  );
  if (unclosed && clause < report.cue.from + 1) {
    const span = cutContent(reading, unclosed.open + 1, clause);
    return span && { kind: 'marks', span };
  }
  if (tokens[end]?.key !== ',' || end >= clause) return null;
  // «Faux, rétorque le ministère»: a bare answer before its report.
  const answer = report.inverted && report.mention !== null && floor === sentence.from && !report.cue.sense.weak;
  if (end - floor < 3 && !(answer && end > floor)) return null;
  if (!holdsVerb(reading, floor, end) && !(report.inverted && end - floor > 5) && !answer) return null;
  let from = floor;
  while (from < end && (hasClass(tokens[from], WordClass.contrast) || tokens[from]?.kind === 'punctuation')) from++;
  const span = cutContent(reading, from, end);
  return span && { kind: 'plain', span };

  /** Whether words before the marks belong to what is said: not where they only say when, or end in a comma. */
  function leadOf(open: number): boolean {
    const words = tokens.slice(floor, open).filter((token) => token.kind === 'word');
    if (words.length === 0) return false;
    const comma = /^[,:]$/u.test(tokens[open - 1]?.key ?? '');
    if (
      words.every((word) =>
        hasClass(word, WordClass.conjunction | WordClass.contrast | WordClass.adverb | WordClass.time),
      )
    )
      return false;
    return !(comma && !holdsVerb(reading, floor, open));
  }
}
