import { type ClaimDraft } from '../claim-draft.js';
import { type Token } from '../draft.js';
import { ClaimSign } from '../languages/claim-sign.js';
import { type Reading } from '../reading.js';
import { readPredicate } from './read-predicate.js';

/** The affirmative sentence under discussion; `verbatim` where the negation could not be taken out. */
export interface Affirmed {
  readonly proposition: string;
  readonly verbatim: boolean;
}

/**
 * Takes the negation out of a denied claim: "they did not sell any boats" becomes "they did sell boats".
 * Where a negation cannot be dropped or replaced word for word, the words stay as they stand.
 */
export function affirmClaim(reading: Reading, draft: ClaimDraft, signs: Uint32Array): Affirmed {
  const { text, tokens, language } = reading;
  const { replace, fuse, hard, needsVerb, tensing } = language.affirmation;
  const { has, isVerb, isComma } = readPredicate(tokens, signs);
  const plain = spaced(draft.spans.map((span) => text.slice(span.start, span.end)).join(' '));
  let changed = '';
  /** Verbs met since the first negation: the next clause keeps its own. */
  let verbs = 0;
  let negated = false;
  let comma = false;
  for (const [index, span] of draft.spans.entries()) {
    let at = span.start;
    let words = '';
    const { from, to } = draft.parts[index] ?? { from: 0, to: 0 };
    for (let i = from; i < to; i++) {
      const token = tokens[i];
      const start = (token?.start ?? 0) + (token?.conjunction ?? 0);
      if (!token || start < at || token.end > span.end) continue;
      const next = tokens[i + 1];
      const negation = has(i, ClaimSign.negation);
      if (
        negation &&
        (hard.has(token.core) ||
          hard.has(`${token.key} ${next?.key ?? ''}`) ||
          hard.has(`${tokens[i - 1]?.key ?? ''} ${token.key}`))
      )
        return verbatim();
      if (!negation && has(i, ClaimSign.untrue) && !draft.denied) return verbatim();
      if (negated && isComma(i)) comma = true;
      if (negated && isVerb(i) && !negation) verbs++;
      if (negated && verbs > 1) {
        if (negation && comma) return verbatim();
        continue;
      }
      const tensed = negation && token.core === tensing ? language.affirmation.tensed.get(next?.key ?? '') : undefined;
      if (tensed !== undefined && next) {
        words += `${text.slice(at, start)}${tensed}`;
        at = next.end;
        negated = true;
        continue;
      }
      const letters = fuse.get(token.core);
      const known = replace.get(token.core);
      if (letters !== undefined && negation && next) {
        words += `${text.slice(at, start)}${letters}`;
        at = next.start;
        negated = true;
      } else if (known !== undefined && (negation || negated)) {
        // «لا نية لديهم»: only before a verb can the word simply go.
        if (negation && needsVerb.has(token.core) && !isVerb(i + 1)) return verbatim();
        words += text.slice(at, start);
        at = token.end;
        negated ||= negation;
        words = put(words, choose(known, next), () => {
          while (at < span.end && /\s/u.test(text[at] ?? '')) at++;
          return text[at] ?? '';
        });
      } else if (negation && !negated) return verbatim();
    }
    changed = `${changed} ${words}${text.slice(at, span.end)}`;
  }
  return negated ? { proposition: spaced(changed), verbatim: false } : { proposition: plain, verbatim: false };

  function vowel(letter: string): boolean {
    return letter !== '' && language.affirmation.vowels.includes(letter.toLowerCase());
  }

  function verbatim(): Affirmed {
    return { proposition: plain, verbatim: true };
  }

  /** "no:a/" is "a" before one thing and nothing before several, or before what is not counted. */
  function choose(known: string, next: Token | undefined): string {
    const [one = '', many] = known.split('/');
    if (many === undefined) return one;
    const { plural, mass } = language.affirmation;
    const several = next !== undefined && ((plural !== '' && next.key.endsWith(plural)) || mass.has(next.key));
    return several ? many : one;
  }

  /** Sets a replacement after the words so far, and mends the word before or the article itself where a vowel follows. */
  function put(words: string, word: string, rest: () => string): string {
    const { elide } = language.affirmation;
    if (word !== '') {
      const long = elide.get(word);
      const after = rest();
      return `${words}${long !== undefined && vowel(after) ? long : word} `;
    }
    const after = rest();
    const before = /(\S+)\s+$/u.exec(words)?.[1] ?? '';
    const short = elide.get(before.toLowerCase());
    if (short === undefined || !vowel(after)) return words;
    const capital = before !== before.toLowerCase();
    return words.replace(/\S+\s+$/u, capital ? `${short[0]?.toUpperCase() ?? ''}${short.slice(1)}` : short);
  }
}

function spaced(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}
