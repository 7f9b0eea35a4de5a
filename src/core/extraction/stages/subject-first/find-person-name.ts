import { type Range, type Token } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';
import { isGlued } from './is-glued.js';

const OFFICE = WordClass.role | WordClass.group | WordClass.title | WordClass.modifier | WordClass.determiner;
const BODY = WordClass.organization | WordClass.media;
/** Classes of words that are first names or surnames as well ("Bill", "May"). */
const ALSO_NAMES = WordClass.document | WordClass.noun | WordClass.time | WordClass.occasion | WordClass.verb;
const PARTICLES = new Set("de du la le des van von der den ter bin ben ibn al el d' - da di dos st mc y".split(' '));

/**
 * The name of a person or of a body known by its bare name inside a noun phrase: a run of capitals that is no title, owns
 * nothing ("Ann's lawyer"), qualifies no noun ("Acme spokesman") and follows no preposition («maire de Lyon»). Null for none.
 */
export function findPersonName(reading: Reading, range: Range, head: number): Range | null {
  const { tokens } = reading;
  let best: Range | null = null;
  for (let i = range.from; i < range.to; i++) {
    if (!starts(i)) continue;
    let to = i + 1;
    while (to < range.to && goesOn(to)) to++;
    while (to > i + 1 && PARTICLES.has(tokens[to - 1]?.key ?? '')) to--;
    const run = { from: i, to };
    if (stands(run)) {
      if (!best) best = run;
      if (followsComma(i)) best = run;
    }
    i = to - 1;
  }
  return best;

  function namesMedium(): boolean {
    return hasClass(tokens[head], WordClass.media) && !tokens[head]?.capital;
  }

  function starts(at: number): boolean {
    const token = tokens[at];
    // «Haute-Marne»: an adjective glued to a name is part of it.
    if (token?.kind === 'word' && token.capital && isGlued(tokens, at + 1)) return !isGlued(tokens, at - 1);
    if (isGlued(tokens, at - 1)) return false;
    // «le quotidien L'Aube»: the article belongs to the title.
    if (token?.kind === 'word' && token.capital && namesMedium() && at > head && tokens[at + 1]?.capital) return true;
    if (token?.kind !== 'word' || !token.capital || hasClass(token, OFFICE | WordClass.pronoun)) return false;
    if (hasClass(token, BODY)) return false;
    if (token.key.includes('.') && /^(?:\p{L}\.)+$/u.test(token.key)) return false;
    return !hasClass(token, ALSO_NAMES) || isName(tokens[at + 1]);
  }

  function isName(token: Token | undefined): boolean {
    return (
      token?.kind === 'word' && token.capital && !hasClass(token, OFFICE | BODY | WordClass.document | WordClass.noun)
    );
  }

  function goesOn(at: number): boolean {
    const token = tokens[at];
    if (!token || token.key === "'s") return false;
    // "Member of the Provincial Council Suhad Amin": the body's name ends before the person's.
    if (hasClass(tokens[at - 1], BODY) && hasClass(tokens[head], WordClass.role) && head < at - 1 && token.capital)
      return false;
    if (token.capital && token.kind === 'word')
      // "Charlie King": an office at the end of a run of capitals is a surname.
      return (
        !hasClass(token, WordClass.role | WordClass.group | WordClass.title) ||
        (tokens[at + 1]?.capital !== true && tokens[at - 1]?.capital === true && tokens[at + 1]?.kind === 'word')
      );
    if (token.key === '.' && tokens[at - 1]?.capital && (tokens[at - 1]?.end ?? 0) - (tokens[at - 1]?.start ?? 0) <= 2)
      return true;
    return PARTICLES.has(token.key) && (tokens[at + 1]?.capital === true || PARTICLES.has(tokens[at + 1]?.key ?? ''));
  }

  function stands(run: Range): boolean {
    const before = run.from > range.from ? tokens[run.from - 1] : undefined;
    const next = run.to < range.to ? tokens[run.to] : undefined;
    if (next?.key === "'s") return false;
    // "Lee, R-Ky.": a letter before a hyphen names a party, not a person.
    if (tokens[run.from]?.key.length === 1 && isGlued(tokens, run.from + 1)) return false;
    // "New York-based", "(ABC.L)": capitals inside a longer word, or a lone letter.
    if (isGlued(tokens, run.to) && tokens[run.to + 1]?.capital === false) return false;
    if (run.to - run.from === 1 && (tokens[run.from]?.key.length ?? 0) < 2) return false;
    const words = tokens.slice(run.from, run.to);
    if (words.length === 1 && reading.language.order.expletives.has(words[0]?.key ?? '')) return false;
    if (words.length === 1 && hasClass(words[0], WordClass.adverb | WordClass.conjunction | WordClass.negation))
      return false;
    if (words.some((word) => hasClass(word, BODY) && !hasClass(word, WordClass.place)) && before) return false;
    if (before && hasClass(before, WordClass.determiner) && !hasClass(before, WordClass.role)) return false;
    if (before && hasClass(before, WordClass.preposition) && !hasClass(before, OFFICE)) return false;
    if (before && followsLink(run.from)) return false;
    // «l'entrepôt Vallorca»: one capital after a noun that is no office names a thing.
    if (run.to - run.from === 1 && !namesMedium() && before?.kind === 'word' && !hasClass(before, OFFICE)) return false;
    // "Acme spokesman": the capitals only say whose.
    if (next?.kind === 'word' && !hasClass(next, WordClass.preposition | WordClass.conjunction | WordClass.relative)) {
      return next.capital === false && hasClass(next, WordClass.time);
    }
    if (head >= run.to) return false;
    if (next && hasClass(next, WordClass.conjunction)) return false;
    return true;
  }

  /** A preposition with a lower-case noun still rules what follows: «ministre de la Justice», "head of trade policy Ann Lee" does not. */
  function followsLink(at: number): boolean {
    const before = tokens[at - 1];
    return hasClass(before, WordClass.conjunction);
  }

  function followsComma(at: number): boolean {
    return at > range.from && tokens[at - 1]?.key === ',';
  }
}
