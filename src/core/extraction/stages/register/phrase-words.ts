import { type MentionDraft, type Range } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';

const SMALL = WordClass.determiner | WordClass.preposition | WordClass.conjunction;

/** The form by which words of two mentions are compared: «مالي» and «مالية», «باحثون» and «الباحثين» are one. */
export function comparable(stem: string): string {
  if (stem.length > 5 && /(?:ون|ين)$/u.test(stem)) return stem.slice(0, -2);
  return stem.length > 3 && stem.endsWith('ه') ? stem.slice(0, -1) : stem;
}

/** The comparable words of a phrase without small words, leaving out the part given. */
export function phraseWords(reading: Reading, range: Range, leaveOut?: Range | null, lead = 0): string[] {
  const { tokens } = reading;
  const words: string[] = [];
  for (let i = range.from; i < range.to; i++) {
    if (leaveOut && i >= leaveOut.from && i < leaveOut.to) continue;
    const token = tokens[i];
    if (token?.kind !== 'word' || token.key.length < 2) continue;
    if (hasClass(token, SMALL) && !token.article && token.preposition === '' && !hasClass(token, WordClass.role))
      continue;
    words.push(comparable(i === range.from && lead > 0 ? token.stem.slice(lead) : token.stem));
  }
  return words;
}

/** The comparable words of the name in a mention. */
export function nameWords(reading: Reading, mention: MentionDraft): string[] {
  const { tokens } = reading;
  const words: string[] = [];
  for (let i = mention.name.from; i < mention.name.to; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word') continue;
    const stem = i === mention.from && mention.lead > 0 ? token.stem.slice(mention.lead) : token.stem;
    words.push(stem.length > 4 && stem.endsWith('ه') ? stem.slice(0, -1) : stem);
  }
  return words;
}
