import { type Reading } from '../../reading.js';

/** Answers whether a sentence says that a name is withheld; each sentence is read once. */
export function withheldIn(reading: Reading): (sentence: number) => boolean {
  const { tokens, sentences, language } = reading;
  const known = new Map<number, boolean>();
  return (sentence) => {
    const before = known.get(sentence);
    if (before !== undefined) return before;
    const { from, to } = sentences[sentence] ?? { from: 0, to: 0 };
    let found = false;
    for (let i = from; i < to && !found; i++)
      found = language.withheldSet.has(tokens[i]?.stem ?? '') || language.withheldSet.has(tokens[i]?.key ?? '');
    known.set(sentence, found);
    return found;
  };
}
