import { type MentionDraft } from '../../draft.js';
import { type Reading } from '../../reading.js';
import { phraseWords } from './phrase-words.js';

/**
 * The short forms that a body's full name gives: in brackets after it («حركة المقاومة الإسلامية (حماس)»), or in marks
 * inside it («صحيفة "تشرين" السورية»).
 */
export function shortForms(reading: Reading, mention: MentionDraft): string[][] {
  const { tokens, opening } = reading;
  if (mention.kind === 'PERSON') return [];
  const forms: string[][] = [];
  if (tokens[mention.to]?.key === '(')
    for (let i = mention.to + 1; i < mention.to + 6; i++)
      if (tokens[i]?.key === ')') {
        forms.push(phraseWords(reading, { from: mention.to + 1, to: i }));
        break;
      }
  for (let i = mention.from + 1; i < mention.to; i++) {
    const pair = opening.get(i);
    if (!pair || pair.close === -1 || pair.close > mention.to) continue;
    forms.push(phraseWords(reading, pair.inside));
    break;
  }
  return forms.filter((form) => form.length > 0);
}
