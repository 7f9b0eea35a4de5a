import { type QuoteDraft } from '../draft.js';
import { type Reading } from '../reading.js';

/** Leaves out quotes of headline and subheads whose words the body has as well. */
export function dropRepeats(reading: Reading, drafts: readonly QuoteDraft[]): QuoteDraft[] {
  const { tokens, blocks, blockRanges, sentences } = reading;
  const body = new Set<string>();
  for (const [index, range] of blockRanges.entries()) {
    const kind = blocks[index]?.kind;
    if (kind === 'headline' || kind === 'subhead') continue;
    for (let i = range.from; i < range.to; i++) body.add((tokens[i]?.stem ?? '').slice(0, 4));
  }
  return drafts.filter((draft) => {
    const kind = blocks[sentences[draft.sentence]?.block ?? 0]?.kind;
    if (kind !== 'headline' && kind !== 'subhead') return true;
    const sentence = sentences[draft.sentence];
    if (!sentence) return false;
    let words = 0;
    let known = 0;
    for (let i = sentence.from; i < sentence.to; i++) {
      const token = tokens[i];
      if (token?.kind !== 'word' || !draft.contents.some((span) => token.start >= span.start && token.end <= span.end))
        continue;
      words++;
      if (body.has(token.stem.slice(0, 4))) known++;
    }
    return words > 3 && known / words < 0.7;
  });
}
