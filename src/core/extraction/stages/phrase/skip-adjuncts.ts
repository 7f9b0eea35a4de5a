import { WordClass } from '../../languages/word-class.js';
import { type Reading } from '../../reading.js';
import { isGivenName } from './is-given-name.js';
import { hasClass } from '../has-class.js';

const HEADS = WordClass.role | WordClass.group | WordClass.organization | WordClass.media | WordClass.document;
const SETTING = WordClass.occasion | WordClass.audience | WordClass.time;

/**
 * Steps over when, where and to whom something was said, between a verb and its subject: «قال [أمس] وزير …»,
 * «أكد [، في تصريح صحفي،] رئيس …», «قالت [لرويترز] مديرة …». Gives `from` back where no subject follows.
 */
export function skipAdjuncts(reading: Reading, from: number, limit: number): number {
  const { tokens, opening } = reading;
  let at = from;
  for (let steps = 0; steps < 6 && at < limit; steps++) {
    const token = tokens[at];
    if (!token) break;
    if (/^[,،]$/u.test(token.key)) {
      at++;
      continue;
    }
    if (token.kind !== 'word') break;
    if (hasClass(token, WordClass.adverb) && !hasClass(token, HEADS)) {
      at++;
      continue;
    }
    const isName = isGivenName(reading, token);
    if (hasClass(token, WordClass.time) && !isName) {
      at++;
      while (at < limit && (hasClass(tokens[at], WordClass.time) || tokens[at]?.kind === 'number')) at++;
      continue;
    }
    const fused = token.preposition !== '';
    const preposition = fused ? token.preposition : hasClass(token, WordClass.preposition) ? token.key : '';
    const single = token.key === 'ل' || token.key === 'ب';
    if (preposition === '' && !single) break;
    const object = fused ? token : tokens[at + 1];
    const setting =
      hasClass(object, SETTING | WordClass.adverb) || (fused && hasClass(object, WordClass.media)) || single;
    if (!setting) {
      if (at === from) return from;
      break;
    }
    let to = fused || (single && opening.has(at + 1)) ? at + 1 : at + 2;
    const addressed = preposition === 'ل' || single;
    while (to < limit && to < at + 10) {
      const next = tokens[to];
      if (!next) break;
      const pair = opening.get(to);
      if (next.kind === 'mark' && pair && pair.close !== -1 && pair.close - to <= 6) {
        to = pair.close + 1;
        continue;
      }
      if (next.kind !== 'word') {
        if (next.kind === 'number') to++;
        break;
      }
      const described = to > at && hasClass(tokens[to - 1], WordClass.occasion) && /(?:ي|يه)$/u.test(next.stem);
      const subject =
        !described &&
        (hasClass(next, WordClass.role | WordClass.group | WordClass.title) ||
          isGivenName(reading, next) ||
          (hasClass(next, HEADS) && !addressed && !next.article && next.preposition === ''));
      if (subject && !hasClass(next, WordClass.audience) && next.preposition === '' && next.conjunction === 0) break;
      to++;
    }
    at = to;
  }
  if (at === from) return from;
  const landed = tokens[at];
  const subject =
    at < limit &&
    landed?.kind === 'word' &&
    (hasClass(landed, HEADS | WordClass.title | WordClass.pronoun) ||
      isGivenName(reading, landed) ||
      reading.language.nameParticleSet.has(landed.core) ||
      (landed.classes === 0 && /^[,،]$/u.test(tokens[at - 1]?.key ?? '')) ||
      onlySmall(at));
  return subject ? at : from;

  /** Nothing but adverbs and times was stepped over. */
  function onlySmall(to: number): boolean {
    for (let i = from; i < to; i++) {
      const token = tokens[i];
      if (token?.kind === 'word' && !hasClass(token, WordClass.adverb | WordClass.time)) return false;
    }
    return !hasClass(tokens[to], WordClass.preposition | WordClass.verb) && tokens[to]?.preposition === '';
  }
}
