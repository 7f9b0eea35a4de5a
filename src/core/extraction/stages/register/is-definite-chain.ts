import { type MentionDraft } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';

/** «رئيس اللجنة»: an indefinite head made definite by its complement. */
export function isDefiniteChain(reading: Reading, mention: MentionDraft): boolean {
  const { tokens } = reading;
  const head = mention.head ?? mention.from;
  for (let i = head + 1; i < mention.to; i++) {
    const token = tokens[i];
    if (!token) return false;
    if (token.article || hasClass(token, WordClass.place)) return true;
    if (token.preposition !== '' || hasClass(token, WordClass.preposition | WordClass.modifier)) return false;
  }
  return false;
}
