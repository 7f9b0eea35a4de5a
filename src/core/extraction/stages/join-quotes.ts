import { type QuoteDraft } from '../draft.js';
import { type Reading } from '../reading.js';

/**
 * Makes one quote of what an attribution only interrupts: "A," she said. "B." in one paragraph is one utterance.
 * A paragraph wholly in marks stays a quote of its own.
 */
export function joinQuotes(reading: Reading, drafts: readonly QuoteDraft[]): QuoteDraft[] {
  const joined: QuoteDraft[] = [];
  for (const draft of drafts) {
    const last = joined.at(-1);
    const block = reading.sentences[draft.sentence]?.block;
    const lastBlock = last && reading.sentences[last.sentence]?.block;
    const interrupted =
      last !== undefined &&
      draft.rule === 'whole-in-marks' &&
      block === lastBlock &&
      last.cue !== null &&
      last.rule === 'content-before-cue' &&
      last.type === 'DIRECT' &&
      last.contents.length === 1 &&
      draft.sentence === last.sentence + 1;
    const content = draft.contents[0];
    if (interrupted && content) last.contents.push(content);
    else joined.push(draft);
  }
  // A paragraph in marks before any report has nobody to go on from.
  const first = joined.findIndex((draft) => draft.cue !== null);
  const goesOn = (draft: QuoteDraft): boolean => {
    const block = reading.sentences[draft.sentence]?.block;
    return reading.blocks[block ?? -1]?.kind === 'paragraph' && reading.sentences[draft.sentence + 1]?.block === block;
  };
  return joined.filter(
    (draft, index) => draft.cue !== null || draft.subject !== null || goesOn(draft) || (first !== -1 && index > first),
  );
}
