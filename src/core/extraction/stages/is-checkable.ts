import { type Token } from '../draft.js';
import { ClaimSign } from '../languages/claim-sign.js';
import { WordClass } from '../languages/word-class.js';
import { type Reading } from '../reading.js';
import { hasClass } from './has-class.js';
import { isReportingWord } from './is-reporting-word.js';
import { type PredicateReader } from './read-predicate.js';
import { type Clause } from './split-clauses.js';

/** Where a clause stands. */
export interface ClausePlace {
  readonly quoted: boolean;
  readonly denied: boolean;
  /** In a sentence that also holds a quote, so that it may be what an attribution left over. */
  readonly beside: boolean;
  readonly caption: boolean;
}

/** Whether a clause states something about the world: no question, wish, promise, opinion, greeting or rest of an attribution. */
export function isCheckable(reading: Reading, predicate: PredicateReader, clause: Clause, place: ClausePlace): boolean {
  const { tokens } = reading;
  const { has, isVerb } = predicate;
  let words = 0;
  let verbs = 0;
  let signs = 0;
  let fact = false;
  let names = 0;
  let own = false;
  let cue = false;
  let position = 0;
  let wishAt = -1;
  let last = -1;
  let nominal = false;
  let hearsay = false;
  for (const part of clause.parts) {
    for (let i = part.from; i < part.to; i++) {
      const token = tokens[i];
      if (!token) continue;
      if (/^[?؟]$/u.test(token.key)) return false;
      if (token.kind === 'number') {
        fact = true;
        last = i;
      }
      if (token.kind !== 'word') continue;
      words++;
      position++;
      last = i;
      if (isVerb(i)) verbs++;
      if (hasClass(token, WordClass.auxiliary)) nominal = true;
      if (token.capital && position > 1) names++;
      if (has(i, ClaimSign.rank | ClaimSign.amount) || hasClass(token, WordClass.time)) fact = true;
      if (has(i, ClaimSign.wish) && wishAt === -1) wishAt = position;
      if (has(i, ClaimSign.judgement)) signs |= ClaimSign.judgement;
      if (has(i, ClaimSign.aside)) signs |= ClaimSign.aside;
      if (has(i, ClaimSign.hearsay)) hearsay = true;
      if (has(i, ClaimSign.belief)) signs |= ClaimSign.belief;
      if (has(i, ClaimSign.empty) && position < 4) signs |= ClaimSign.empty;
      if (has(i, ClaimSign.own) && position < 4) own = true;
      if (isReportingWord(reading.language, token.core)) cue = true;
      if (has(i, ClaimSign.untrue)) signs |= ClaimSign.untrue;
      if (has(i, ClaimSign.future)) signs |= ClaimSign.future;
    }
  }
  const bare = words === 2 && (fact || (place.quoted && isBareNominal(clause)));
  if (words < (clause.relation === 'joined' ? 2 : 3) && !bare) return false;
  if (place.denied || hearsay) return true;
  if (clause.relation === 'frame' && ((signs & ClaimSign.belief) !== 0 || words < 5)) return false;
  if ((signs & ClaimSign.untrue) !== 0 && words < 5) return false;
  // "the report said": what an attribution left over.
  if (!place.quoted && cue && words < 5 && !fact) return false;
  // « Qu’ils partent ! »: a call in the subjunctive.
  if (place.quoted && reading.language.subject === 'before' && isJussive(clause)) return false;
  if ((signs & ClaimSign.empty) !== 0 && words < 7) return false;
  if ((signs & ClaimSign.aside) !== 0 && !place.quoted && words < 16) return false;
  if (wishAt !== -1 && wishAt < 7) return false;
  if (place.quoted && own && (signs & ClaimSign.future) !== 0 && !fact) return false;
  if ((signs & (ClaimSign.judgement | ClaimSign.belief)) !== 0 && !fact && names === 0 && words < 14) return false;
  if (clause.relation === 'beside' || clause.relation === 'tail') return true;
  const token = tokens[last];
  if (!place.quoted && reading.language.subject === 'before' && isRest(clause)) return false;
  // «نقلت الصحيفة عن»: what is left over of an attribution.
  if (place.beside && reading.language.subject === 'after' && hangs(token)) return false;
  if (place.beside) {
    if (words < 4 || verbs === 0) return false;
    if (hasClass(token, WordClass.complementiser | WordClass.auxiliary)) return false;
  }
  if (verbs > 0) return true;
  if (place.caption) return words > 4;
  if (nominal) return words > 3;
  if (place.quoted) return fact || bare || words > 3;
  // «الجسر مغلق منذ أسبوع»: a language that puts the verb first also states things without one.
  return (
    (fact && words > 4) ||
    (reading.language.subject === 'after' && !place.beside && clause.relation === 'main' && words > 3)
  );

  /** What an attribution left over: "asked by a senator", "published by the institute", a clause that breaks off at its auxiliary. */
  function isRest({ parts }: Clause): boolean {
    const from = parts[0]?.from ?? 0;
    if (hasClass(tokens[last], WordClass.auxiliary) && words < 8) return true;
    return has(from, ClaimSign.participle) && !has(from, ClaimSign.looseVerb) && place.beside && !fact;
  }

  function isJussive({ parts, relation }: Clause): boolean {
    return relation === 'main' && hasClass(tokens[parts[0]?.from ?? 0], WordClass.complementiser);
  }

  /** «العقد موجود»: a definite noun and what is said of it. */
  function isBareNominal({ parts }: Clause): boolean {
    const [part] = parts;
    const first = part && tokens.slice(part.from, part.to).filter(({ kind }) => kind === 'word');
    return first?.[0]?.article === true && first[1]?.article === false && first[1].preposition === '';
  }
}

/** A preposition with nothing after it. */
function hangs(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.key.length === 1 || (hasClass(token, WordClass.preposition) && !/(?:ه|ها|هم|نا|هما)$/u.test(token.key)))
  );
}
