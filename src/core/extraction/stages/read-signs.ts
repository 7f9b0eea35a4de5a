import { type Token } from '../draft.js';
import { ClaimSign } from '../languages/claim-sign.js';
import { type CompiledLanguage } from '../languages/compile-language.js';

/** Reads for each token the signs of the phrases that it opens or stands in: «من المتوقع» marks both words as future. */
export function readSigns(tokens: readonly Token[], language: CompiledLanguage): Uint32Array {
  const signs = new Uint32Array(tokens.length);
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'number') continue;
    const next = tokens[at + 1];
    if (language.claims.before && next) signs[at] = (signs[at] ?? 0) | language.claims.before(token.core, next.key);
    for (const key of token.core === token.key ? [token.key] : [token.key, token.core]) {
      for (const entry of language.signsOf.get(key) ?? []) {
        const length = matched(tokens, at, entry.rest);
        for (let i = at; i <= at + length; i++) signs[i] = (signs[i] ?? 0) | entry.signs;
      }
    }
  }
  for (const [at, token] of tokens.entries()) {
    const listed = ClaimSign.verb | ClaimSign.looseVerb | ClaimSign.participle | ClaimSign.conditional;
    if (token.kind === 'word' && ((signs[at] ?? 0) & listed) === 0)
      signs[at] = (signs[at] ?? 0) | language.claims.guess(token.core);
  }
  if (language.claims.cancels)
    for (const [at, token] of tokens.entries()) {
      const next = tokens[at + 1];
      if (next) signs[at] = (signs[at] ?? 0) & ~language.claims.cancels(token.core, next.key);
    }
  return signs;
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
