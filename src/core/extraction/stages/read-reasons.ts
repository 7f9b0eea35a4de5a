import { type ClaimDraft } from '../claim-draft.js';
import { type Stance } from '../model.js';
import { ClaimSign } from '../languages/claim-sign.js';
import { WordClass } from '../languages/word-class.js';
import { type Reading } from '../reading.js';
import { hasClass } from './has-class.js';

const SHORT = 5;
const LONG = 16;
/** Share of the article that counts as its beginning. */
const LEAD = 0.25;

/** Signs that are reasons by themselves, by the name that a reviewer reads. */
const NAMED: readonly (readonly [number, string])[] = [
  [ClaimSign.rank, 'record'],
  [ClaimSign.amount, 'number'],
  [ClaimSign.silence, 'no-answer'],
  [ClaimSign.judgement, 'judgement'],
  [ClaimSign.belief, 'belief'],
  [ClaimSign.wish, 'wish'],
  [ClaimSign.ruling, 'law'],
  [ClaimSign.emphatic, 'flat'],
  [ClaimSign.limit, 'condition'],
  [ClaimSign.negation, 'negated'],
];

/** The yes/no reasons for and against checking a claim, by name; what each weighs is data of its own. */
export function readReasons(reading: Reading, claim: ClaimDraft, stance: Stance, signs: Uint32Array): string[] {
  const { tokens, language } = reading;
  const names = new Set<string>(['base']);
  const first = claim.parts[0]?.from ?? 0;
  let words = 0;
  for (const part of claim.parts) {
    for (let i = part.from; i < part.to; i++) {
      const token = tokens[i];
      if (!token) continue;
      if (token.kind === 'number') names.add(isYear(token.key) ? 'date' : 'number');
      const topics = language.topicOf.get(token.core) ?? language.topicOf.get(token.stem);
      for (const topic of topics ?? []) names.add(topic);
      if (token.kind !== 'word') continue;
      words++;
      for (const [sign, name] of NAMED) if (((signs[i] ?? 0) & sign) !== 0) names.add(name);
      if (hasClass(token, WordClass.time)) names.add('date');
      if (hasClass(token, WordClass.opinion)) names.add('opinion');
      if (((signs[i] ?? 0) & ClaimSign.own) !== 0 || hasClass(token, WordClass.firstPerson)) names.add('first-person');
      if (hasClass(token, WordClass.place)) names.add('place');
      if (hasClass(token, WordClass.organization)) names.add('organization');
      if (token.capital && i > first) names.add('name');
    }
  }
  if (hasClass(tokens[first], WordClass.pronoun)) names.add('pronoun-first');
  if (words < SHORT) names.add('short');
  if (words >= LONG) names.add('long');
  if (stance !== 'ASSERTED') names.add(stance.toLowerCase());
  if (claim.quote !== null) names.add('attributed');
  if (claim.rule === 'caption') names.add('caption');
  if (claim.rule === 'accusation') names.add('accusation');
  if (claim.rule.startsWith('relative') || claim.rule.startsWith('beside')) names.add('in-passing');
  if (first < tokens.length * LEAD) names.add('lead');
  return [...names];
}

function isYear(key: string): boolean {
  return /^(?:1[89]|20)\d\d$/u.test(key);
}
