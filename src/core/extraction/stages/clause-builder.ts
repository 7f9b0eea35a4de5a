import { type Range, type Token } from '../draft.js';
import { ClaimSign } from '../languages/claim-sign.js';
import { WordClass } from '../languages/word-class.js';
import { hasClass } from './has-class.js';
import { type PredicateReader } from './read-predicate.js';
import { type Clause, type ClauseRelation, type OpenClause } from './split-clauses.js';

const REACH = 8;

/** Collects the clauses of one statement; a clause that another one interrupts is taken up again after it. */
export class ClauseBuilder {
  readonly clauses: Clause[] = [];
  current: OpenClause;
  /** The clause that the current one interrupts. */
  suspended: OpenClause | null = null;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly predicate: PredicateReader,
    private readonly range: Range,
  ) {
    this.current = { parts: [{ from: range.from, to: range.to }], relation: 'main', verb: false };
  }

  /** Ends the current clause before `end` and begins another at `from`, with the words from `lead` on where given. */
  begin(end: number, from: number, relation: ClauseRelation, interrupts = false, lead = from): void {
    const last = this.current.parts.at(-1);
    if (last) last.to = end;
    if (interrupts && !this.suspended) this.suspended = this.current;
    else {
      this.finish(this.current);
      if (!interrupts && this.suspended) {
        this.finish(this.suspended);
        this.suspended = null;
      }
    }
    this.current = { parts: [{ from: lead, to: this.range.to }], relation, verb: false };
  }

  /** Goes on with the interrupted clause. */
  resume(at: number): void {
    const last = this.current.parts.at(-1);
    if (last) last.to = at;
    this.finish(this.current);
    if (!this.suspended) return;
    this.current = this.suspended;
    this.current.parts.push({ from: at, to: this.range.to });
    this.suspended = null;
  }

  end(): Clause[] {
    this.finish(this.current);
    if (this.suspended) this.finish(this.suspended);
    return this.clauses.sort((a, b) => (a.parts[0]?.from ?? 0) - (b.parts[0]?.from ?? 0));
  }

  /** Start of the noun phrase that ends before `at` (a comma between is stepped over). */
  antecedent(at: number): number {
    const { tokens, predicate } = this;
    const least = this.range.from;
    let start = at;
    if (predicate.isComma(start - 1)) start--;
    for (let steps = 0; start > least && steps < REACH; steps++) {
      const token = tokens[start - 1];
      if (!token || token.kind === 'punctuation' || predicate.isVerb(start - 1)) break;
      if (hasClass(token, WordClass.conjunction | WordClass.relative | WordClass.complementiser | WordClass.adverb))
        break;
      if (hasClass(token, WordClass.preposition) && !predicate.has(start - 1, ClaimSign.genitive)) break;
      start--;
      if (token.preposition !== '' || token.conjunction > 0) break;
    }
    while (start < at - 1 && hasClass(tokens[start], WordClass.preposition) && tokens[start]?.preposition === '')
      start++;
    return start;
  }

  private finish(clause: OpenClause): void {
    const parts = clause.parts.filter((part) => part.to > part.from);
    if (parts.length > 0) this.clauses.push({ parts, relation: clause.relation });
  }
}
