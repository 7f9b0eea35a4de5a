import { type Token } from '../draft.js';
import { ClaimSign } from '../languages/claim-sign.js';
import { type CompiledLanguage, type SignEntry } from '../languages/compile-language.js';

/** What a word tells by itself, and the phrases that it opens. */
interface WordSigns {
  readonly signs: number;
  readonly phrases: readonly SignEntry[];
}

const LISTED = ClaimSign.verb | ClaimSign.looseVerb | ClaimSign.conditional;
const NONE: readonly SignEntry[] = [];

/** Words met before, by language; emptied when they grow past `MOST`. */
const known = new WeakMap<CompiledLanguage, Map<string, WordSigns>>();
const MOST = 100_000;

/** Reads for each token the signs of the phrases that it opens or stands in: «من المتوقع» marks both words as future. */
export function readSigns(tokens: readonly Token[], language: CompiledLanguage): Uint32Array {
  const { before, cancels } = language.claims;
  const signs = new Uint32Array(tokens.length);
  let seen = known.get(language);
  if (!seen || seen.size > MOST) known.set(language, (seen = new Map<string, WordSigns>()));
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || token.kind === 'number') continue;
    let word = seen.get(token.key);
    if (!word) seen.set(token.key, (word = readWord(token, language)));
    signs[at] = (signs[at] ?? 0) | word.signs;
    for (const entry of word.phrases) {
      const length = matched(tokens, at, entry.rest);
      for (let i = at; i <= at + length; i++) signs[i] = (signs[i] ?? 0) | entry.signs;
    }
  }
  if (!before || !cancels) return signs;
  for (let at = 0; at + 1 < tokens.length; at++) {
    const core = tokens[at]?.core ?? '';
    const next = tokens[at + 1]?.key ?? '';
    signs[at] = ((signs[at] ?? 0) | before(core, next)) & ~cancels(core, next);
  }
  return signs;
}

function readWord(token: Token, language: CompiledLanguage): WordSigns {
  let signs = 0;
  const phrases: SignEntry[] = [];
  for (const key of token.core === token.key ? [token.key] : [token.key, token.core]) {
    for (const entry of language.signsOf.get(key) ?? []) {
      if (entry.rest.length === 0) signs |= entry.signs;
      else phrases.push(entry);
    }
  }
  if (token.kind === 'word' && (signs & LISTED) === 0) signs |= language.claims.guess(token.core);
  return { signs, phrases: phrases.length > 0 ? phrases : NONE };
}

/** How many tokens after the first the rest of a phrase takes; -1 where it does not follow. A fused preposition may close it. */
function matched(tokens: readonly Token[], at: number, rest: readonly string[]): number {
  for (const [index, word] of rest.entries()) {
    const token = tokens[at + 1 + index];
    if (token?.key === word) continue;
    if (index === rest.length - 1 && token?.preposition === word) continue;
    return -1;
  }
  return rest.length;
}
