import { type Range } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';

const HEADS =
  WordClass.role |
  WordClass.group |
  WordClass.organization |
  WordClass.media |
  WordClass.document |
  WordClass.occasion |
  WordClass.anonymous;

/**
 * The token that says what a noun phrase is: the first noun where nouns follow each other by prepositions
 * («[rapport] du comité»), the last before the first preposition where they pile up ("court [report] on").
 */
export function findHead(reading: Reading, range: Range): number {
  const { tokens, language } = reading;
  let head = -1;
  let last = range.from;
  for (let i = range.from; i < range.to; i++) {
    const token = tokens[i];
    if (!token) break;
    if (token.kind === 'punctuation' && token.key === ',') break;
    if (token.kind !== 'word') continue;
    // "the church's ship": what is owned, not who owns it.
    if (token.key === "'s") {
      head = -1;
      continue;
    }
    if (i > range.from && hasClass(token, WordClass.preposition) && !hasClass(token, WordClass.modifier)) break;
    if (hasClass(token, WordClass.determiner)) continue;
    last = i;
    if (!hasClass(token, HEADS)) continue;
    if (!language.order.bareClauses && head !== -1) break;
    head = i;
  }
  return head === -1 ? last : head;
}
