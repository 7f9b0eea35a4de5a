import { type MarkPair, type Range, type Token } from '../draft.js';
import { type CompiledLanguage } from '../languages/compile-language.js';
import { pastDateline } from './past-dateline.js';

/** Tokens after which a sentence is cut at the next comma or word: no prose has longer ones, and the work stays linear. */
const LONGEST = 400;

const STOPS = new Set(['.', '!', '?', '؟', '…', '۔']);

/** Cuts a block into sentences; `runsOn` where the next block opens with a mark. A stop inside a closed pair of marks ends none, for the quote around it is one. */
export function splitSentences(
  text: string,
  tokens: readonly Token[],
  block: Range,
  pairs: readonly MarkPair[],
  language: CompiledLanguage,
  runsOn = false,
): Range[] {
  const sentences: Range[] = [];
  // A mark that is never closed holds to the end of its paragraph where the next paragraph opens with a mark again.
  const closed = pairs
    .filter((pair) => pair.open !== -1 && (pair.close !== -1 || runsOn) && pair.depth === 0)
    .map(({ open, close }) => ({ open, close: close === -1 ? block.to : close }));
  let next = 0;
  let from = pastDateline(tokens, block);
  for (let i = block.from; i < block.to; i++) {
    while (next < closed.length && (closed[next]?.close ?? 0) < i) next++;
    const pair = closed[next];
    const inside = pair !== undefined && pair.open < i && i < pair.close;
    if (inside && pair.close - i > 1 && i - from < LONGEST) continue;
    const token = tokens[i];
    if (i - from >= LONGEST) {
      sentences.push({ from, to: i });
      from = i;
    }
    if (!token || token.kind !== 'punctuation' || !STOPS.has(token.key)) continue;
    if (token.key === '.' && !endsHere(i)) continue;
    let to = i + 1;
    while (
      to < block.to &&
      /^[.!?؟…"'»”’›)\]]$/u.test(tokens[to]?.key ?? '') &&
      // « Vraiment ? »: a space may stand before the mark that closes.
      (tokens[to]?.start === tokens[to - 1]?.end || (inside && to === pair.close))
    )
      to++;
    // «"…تاريخي." قال زيد»: the sentence goes on after the marks where no capital or new mark begins.
    if (inside && to < block.to && /^\p{Ll}/u.test(text[tokens[to]?.start ?? 0] ?? '')) continue;
    if (to < block.to && /^[,،;؛]$/u.test(tokens[to]?.key ?? '')) continue;
    sentences.push({ from, to });
    from = to;
    i = to - 1;
  }
  if (from < block.to) sentences.push({ from, to: block.to });
  return sentences;

  function endsHere(i: number): boolean {
    const before = tokens[i - 1];
    const after = tokens[i + 1];
    if (!after || i + 1 >= block.to) return true;
    const gap = after.start > (tokens[i]?.end ?? 0);
    if (!before) return false;
    if (before.kind === 'word' && language.abbreviationSet.has(before.key)) return false;
    if (language.script === 'latin') {
      if (before.kind === 'word' && before.end - before.start === 1 && before.capital) return false;
      if (!gap && after.kind === 'word' && !(after.capital && before.end - before.start > 2)) return false;
      return after.kind === 'mark' || after.kind === 'number' || after.capital || /^[-–—([•]/u.test(after.key);
    }
    return before.end - before.start > 1 || gap;
  }
}
