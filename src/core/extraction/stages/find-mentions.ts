import { type MentionDraft } from '../draft.js';
import { WordClass } from '../languages/word-class.js';
import { type Reading } from '../reading.js';
import { describeMention } from './describe-mention.js';
import { hasClass } from './has-class.js';
import { readMentionAfter } from './read-mention-after.js';

/** Words in a personal name, titles apart. */
const LONGEST = 5;

/** Finds people whom the article names in full anywhere, so that a short form beside a cue can be led back to them. */
export function findMentions(reading: Reading): MentionDraft[] {
  const { tokens, language, sentences } = reading;
  const found: MentionDraft[] = [];
  const seen = new Set<string>();
  const keep = (mention: MentionDraft | null): void => {
    if (!mention?.personal || mention.name.to - mention.name.from < 2 || mention.name.to - mention.name.from > LONGEST)
      return;
    const key = tokens
      .slice(mention.from, mention.to)
      .map((token) => token.stem)
      .join(' ');
    if (seen.has(key)) return;
    seen.add(key);
    found.push(mention);
  };
  for (const sentence of sentences) {
    // In a headline every word may have a capital.
    const kind = reading.blocks[sentence.block]?.kind;
    if (language.script === 'latin' && (kind === 'headline' || kind === 'subhead')) continue;
    for (let i = sentence.from; i < sentence.to; i++) {
      const token = tokens[i];
      if (!token) continue;
      if (language.script === 'arabic') {
        if (!hasClass(token, WordClass.role | WordClass.title)) continue;
        const mention = readMentionAfter(reading, i, sentence.to);
        keep(mention);
        if (mention?.personal) i = mention.to - 1;
        continue;
      }
      if (!token.capital || token.kind !== 'word') continue;
      let to = i + 1;
      while (
        to < sentence.to &&
        (tokens[to]?.capital === true || (tokens[to]?.key === '-' && tokens[to + 1]?.capital === true))
      )
        to++;
      let from = i;
      while (from > sentence.from && hasClass(tokens[from - 1], WordClass.role | WordClass.title | WordClass.modifier))
        from--;
      if (to - i >= 2) keep(describeMention(reading, { from, to }));
      i = to - 1;
    }
  }
  return found;
}
