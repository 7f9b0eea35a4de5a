import { type MarkPair, type Range, type Sentence } from '../draft.js';
import { type CompiledLanguage } from '../languages/compile-language.js';
import { type Reading } from '../reading.js';
import { pairQuotationMarks } from './pair-quotation-marks.js';
import { splitBlocks } from './split-blocks.js';
import { splitSentences } from './split-sentences.js';
import { tokenize } from './tokenize.js';

const OPENING_MARK = /^[«“"„]/u;

/** Reads blocks, tokens, pairs of marks and sentences; cues are still to be found. */
export function readStructure(text: string, language: CompiledLanguage): Omit<Reading, 'cues'> {
  const tokens = tokenize(text, language);
  const blocks = splitBlocks(text, language);
  const blockRanges: Range[] = [];
  const sentences: Sentence[] = [];
  const pairs: MarkPair[] = [];
  const blockPairs: MarkPair[][] = [];
  let at = 0;
  for (const [index, block] of blocks.entries()) {
    const from = at;
    while (at < tokens.length && (tokens[at]?.start ?? 0) < block.end) at++;
    const range = { from, to: at };
    blockRanges.push(range);
    const inBlock = pairQuotationMarks(text, tokens, range);
    blockPairs.push(inBlock);
    for (const pair of inBlock) pairs.push(pair);
    const next = blocks[index + 1]?.start ?? text.length;
    const runsOn = OPENING_MARK.test(text.slice(next, next + 20).trimStart());
    for (const sentence of splitSentences(text, tokens, range, inBlock, language, runsOn)) {
      sentences.push({ ...sentence, block: index });
    }
  }
  const pairOf = new Int32Array(tokens.length).fill(-1);
  const opening = new Map<number, MarkPair>();
  const closing = new Map<number, MarkPair>();
  for (const [index, pair] of pairs.entries()) {
    if (pair.open !== -1) opening.set(pair.open, pair);
    if (pair.close !== -1) closing.set(pair.close, pair);
    if (pair.depth > 0 || pair.open === -1 || pair.close === -1) continue;
    pairOf.fill(index, pair.inside.from, pair.inside.to);
  }
  return { text, language, tokens, blocks, blockRanges, sentences, pairs, blockPairs, pairOf, opening, closing };
}
