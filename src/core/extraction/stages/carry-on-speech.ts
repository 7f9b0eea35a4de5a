import { type QuoteDraft } from '../draft.js';
import { type Reading } from '../reading.js';
import { cutContent } from './cut-content.js';

/**
 * Speech after a colon that no marks enclose runs to the end of its paragraph, as long as no further report begins:
 * «وقال سالم: الرقم جيد. من يشتري اليوم يشتري ذكرى.»
 */
export function carryOnSpeech(reading: Reading, drafts: readonly QuoteDraft[]): void {
  const { sentences, tokens, opening, blocks } = reading;
  const busy = new Set([...drafts.map((draft) => draft.sentence), ...reading.cues.map((cue) => cue.sentence)]);
  for (const draft of drafts) {
    if (draft.rule !== 'colon-after-cue' || draft.contents.length !== 1 || reading.language.article === '') continue;
    const own = sentences[draft.sentence];
    const [content] = draft.contents;
    const last = own && tokens.slice(own.from, own.to).findLast((token) => token.kind === 'word');
    if (!own || !content || !last || content.end < last.end) continue;
    let until = draft.sentence;
    for (let next = until + 1; next < sentences.length; next++) {
      const sentence = sentences[next];
      if (sentence?.block !== own.block || busy.has(next) || opening.has(sentence.from)) break;
      until = next;
    }
    const end = sentences[until];
    if (until === draft.sentence || !end || blocks[own.block]?.kind === 'headline') continue;
    let { from } = own;
    while (from < own.to && (tokens[from]?.start ?? 0) < content.start) from++;
    const longer = cutContent(reading, from, end.to);
    if (longer) draft.contents = [{ start: content.start, end: longer.end }];
  }
}
