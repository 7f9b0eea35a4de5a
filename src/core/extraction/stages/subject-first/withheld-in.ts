import { type MentionDraft } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';

/** Whether the words after a mention say that its name is kept back: "an aide, who asked not to be named". */
export function withheldIn(reading: Reading, sentence: number, mention: MentionDraft): boolean {
  const { tokens, language, sentences } = reading;
  const { from, to } = sentences[sentence] ?? { from: 0, to: 0 };
  for (let i = Math.max(from, mention.from); i < Math.min(to, mention.to + 40); i++) {
    const key = tokens[i]?.key ?? '';
    if (language.withheldSet.has(key)) return true;
    if (!language.order.namings.has(key)) continue;
    for (let j = i - 1; j > i - 6 && j >= from; j--) if (hasClass(tokens[j], WordClass.negation)) return true;
  }
  return false;
}
