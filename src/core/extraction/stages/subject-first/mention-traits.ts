import { type MentionDraft, type Token } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';
import { type Agreement } from './entity.js';
import { findHead } from './find-head.js';

/** Whether a word is capitals throughout: "IMF", "G7". */
export function isAcronym({ text }: Reading, token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}[\p{Lu}\d.]+$/u.test(text.slice(token.start, token.end));
}

/** Whom a pronoun can stand for; `n` for none of the three. */
export function pronounOf({ tokens, language: { order } }: Reading, mention: MentionDraft): Agreement | 'n' {
  const key = tokens[mention.from]?.key ?? '';
  if (order.pronounsFeminine.has(key)) return 'f';
  if (order.pronounsMasculine.has(key)) return 'm';
  if (order.pronounsPlural.has(key)) return 'p';
  return 'n';
}

/** The gender that a mention shows, by its title or its head. */
export function genderOf(reading: Reading, mention: MentionDraft): Agreement {
  const { tokens } = reading;
  const { order } = reading.language;
  const key = tokens[mention.from]?.key ?? '';
  return order.female.has(key)
    ? 'f'
    : order.male.has(key)
      ? 'm'
      : order.genderOf(tokens[findHead(reading, mention)]?.key ?? '');
}

/** Whether a mention brings somebody new in: "an official", "officials". */
export function isIndefinite(reading: Reading, mention: MentionDraft): boolean {
  const { tokens } = reading;
  const { order } = reading.language;
  const first = tokens[mention.from];
  return !hasClass(first, WordClass.determiner)
    ? hasClass(tokens[findHead(reading, mention)], WordClass.group)
    : order.indefinites.has(first?.key ?? '');
}

/** Whether a mention takes what it means as known: "the official", "this report". */
export function isDefinite(reading: Reading, mention: MentionDraft): boolean {
  const first = reading.tokens[mention.from];
  return hasClass(first, WordClass.determiner) && !reading.language.order.indefinites.has(first?.key ?? '');
}

/** Whether a mention points back: "this report", "cette enquête". */
export function isDemonstrative({ tokens, language }: Reading, mention: MentionDraft): boolean {
  return language.order.demonstratives.has(tokens[mention.from]?.key ?? '');
}
