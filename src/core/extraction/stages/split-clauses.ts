import { type Range } from '../draft.js';
import { type Reading } from '../reading.js';
import { type PredicateReader } from './read-predicate.js';
import { splitSubjectFirst } from './split-subject-first.js';
import { splitVerbFirst } from './split-verb-first.js';

/** How a clause hangs on the one before it. */
export type ClauseRelation = 'main' | 'joined' | 'relative' | 'beside' | 'tail' | 'frame';

/** A clause: the runs of tokens that state it, in text order. */
export interface Clause {
  readonly parts: readonly Range[];
  readonly relation: ClauseRelation;
}

/** A clause whose end has not been reached. */
export interface OpenClause {
  parts: { from: number; to: number }[];
  relation: ClauseRelation;
  verb: boolean;
}

const STOP = /^[.;!?؟؛]$/u;

/** Splits a run of tokens into clauses, statement by statement, in the way that its language orders subject and verb. */
export function splitClauses(reading: Reading, predicate: PredicateReader, range: Range): Clause[] {
  const { tokens, language } = reading;
  const split = language.subject === 'after' ? splitVerbFirst : splitSubjectFirst;
  const clauses: Clause[] = [];
  let from = range.from;
  for (let i = range.from; i <= range.to; i++) {
    const stops =
      i < range.to &&
      STOP.test(tokens[i]?.key ?? '') &&
      !/^\.$/u.test(tokens[i + 1]?.key ?? '') &&
      tokens[i - 1]?.key !== '.';
    if (i < range.to && !stops) continue;
    // The mark stays with its sentence, so that a question is seen to be one.
    const to = Math.min(range.to, i + 1);
    if (to > from) for (const clause of split(reading, predicate, { from, to })) clauses.push(clause);
    from = to;
  }
  return clauses;
}
