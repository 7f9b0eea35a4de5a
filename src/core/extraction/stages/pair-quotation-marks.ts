import { type MarkPair, type Range, type Token } from '../draft.js';

type Shape = { family: string; side: 'open' | 'close' | 'either' };

const SHAPES: Readonly<Record<string, Shape>> = {
  '«': { family: '«', side: 'open' },
  '»': { family: '«', side: 'close' },
  '‹': { family: '‹', side: 'open' },
  '›': { family: '‹', side: 'close' },
  '「': { family: '「', side: 'open' },
  '」': { family: '「', side: 'close' },
  '『': { family: '『', side: 'open' },
  '』': { family: '『', side: 'close' },
  '„': { family: '"', side: 'open' },
  '‟': { family: '"', side: 'open' },
  '〝': { family: '"', side: 'open' },
  '〞': { family: '"', side: 'close' },
  '“': { family: '"', side: 'open' },
  '”': { family: '"', side: 'close' },
  '"': { family: '"', side: 'either' },
  "''": { family: '"', side: 'either' },
  '‘‘': { family: '"', side: 'open' },
  '’’': { family: '"', side: 'close' },
  '＂': { family: '"', side: 'either' },
  '‘': { family: "'", side: 'open' },
  '‚': { family: "'", side: 'open' },
  '’': { family: "'", side: 'close' },
  "'": { family: "'", side: 'either' },
  ʼ: { family: "'", side: 'close' },
  '＇': { family: "'", side: 'either' },
};

/** Nobody nests deeper; a limit keeps the work linear on a soup of marks. */
const DEEPEST = 8;

/**
 * Pairs quotation marks with a stack that starts fresh in each paragraph, so that one missing mark cannot spoil the article.
 * A mark's side follows from its shape, or where that is silent or mirrored (»…«, ”…“) from the spaces around it.
 */
export function pairQuotationMarks(text: string, tokens: readonly Token[], block: Range): MarkPair[] {
  const marks: number[] = [];
  for (let i = block.from; i < block.to; i++) if (tokens[i]?.kind === 'mark') marks.push(i);
  if (marks.length === 0) return [];
  const spaced = (offset: number): boolean => {
    const character = text[offset];
    return character === undefined || /[\sـ([{\-–—:،,/\u200e\u200f]/u.test(character);
  };
  const opens = (i: number): boolean => spaced((tokens[i]?.start ?? 0) - 1) && !spaced(tokens[i]?.end ?? 0);
  const closes = (i: number): boolean => {
    const after = text[tokens[i]?.end ?? 0];
    return !spaced((tokens[i]?.start ?? 0) - 1) && (after === undefined || !/[\p{L}\p{N}]/u.test(after));
  };
  // ‘We paid,’ she said: a single mark closes after a comma too.
  const closesSingle = (i: number): boolean => {
    const before = text[(tokens[i]?.start ?? 0) - 1];
    const after = text[tokens[i]?.end ?? 0];
    return (
      closes(i) ||
      (before !== undefined && /[,.:]/u.test(before) && (after === undefined || !/[\p{L}\p{N}]/u.test(after)))
    );
  };
  const mirrored = new Set<string>();
  for (const family of ['«', '‹', '"']) {
    const first = marks.find((i) => SHAPES[tokens[i]?.key ?? '']?.family === family);
    if (first !== undefined && SHAPES[tokens[first]?.key ?? '']?.side === 'close' && opens(first)) {
      if (
        marks.some(
          (i) => SHAPES[tokens[i]?.key ?? '']?.family === family && SHAPES[tokens[i]?.key ?? '']?.side === 'open',
        )
      )
        mirrored.add(family);
    }
  }
  const lastClosingApostrophe =
    marks.findLast((i) => SHAPES[tokens[i]?.key ?? '']?.family === "'" && closesSingle(i)) ?? -1;
  const pairs: MarkPair[] = [];
  const stack: { at: number; family: string }[] = [];
  const pair = (open: number, close: number, depth: number): void => {
    pairs.push({ open, close, inside: { from: open + 1, to: close === -1 ? block.to : close }, depth });
  };
  const held = new Map<string, number>();
  for (const [index, at] of marks.entries()) {
    const shape = SHAPES[tokens[at]?.key ?? ''];
    if (!shape) continue;
    const { family } = shape;
    const isOpen = held.get(family) ?? 0;
    let side = shape.side;
    if (mirrored.has(family) && side !== 'either') side = side === 'open' ? 'close' : 'open';
    if (family === "'") {
      // An apostrophe is a quotation mark only at the edge of a word.
      if (isOpen === 0 && (!opens(at) || !closesLater(at))) continue;
      if (isOpen > 0 && !closesSingle(at)) continue;
      side = isOpen > 0 ? 'close' : 'open';
    } else if (side === 'either') {
      // A mark with spaces on both sides before one that can only close must itself open («"A ، وقال زيد ، " B".»).
      const next = marks[index + 1];
      const floats = !opens(at) && !closes(at);
      const reopens =
        floats && next !== undefined && tokens[next]?.key === tokens[at]?.key && closes(next) && !opens(next);
      if (isOpen > 0) side = (opens(at) && !closes(at)) || reopens ? 'open' : 'close';
      else side = closes(at) && !opens(at) ? 'close' : 'open';
    } else if (side === 'close' && isOpen === 0 && opens(at) && !closes(at)) side = 'open';
    else if (side === 'open' && isOpen > 0 && closes(at) && !opens(at)) side = 'close';
    if (side === 'open') {
      if (isOpen > 0 && family === '"') unclose(family, at);
      if (stack.length >= DEEPEST) continue;
      stack.push({ at, family });
      held.set(family, (held.get(family) ?? 0) + 1);
      continue;
    }
    if (isOpen === 0) {
      pairs.push({ open: -1, close: at, inside: { from: block.from, to: at }, depth: 0 });
      continue;
    }
    for (;;) {
      const top = stack.pop();
      if (!top) break;
      held.set(top.family, (held.get(top.family) ?? 1) - 1);
      if (top.family === family) {
        pair(top.at, at, stack.length);
        break;
      }
      if (top.family !== "'") pair(top.at, -1, stack.length);
    }
  }
  for (const [depth, left] of stack.entries()) if (left.family !== "'") pair(left.at, -1, depth);
  return pairs.sort((a, b) => a.inside.from - b.inside.from || b.inside.to - a.inside.to);

  /** Takes a mark off the stack that a second opening one shows to have never been closed. */
  function unclose(family: string, at: number): void {
    const index = stack.findLastIndex((entry) => entry.family === family);
    const [left] = stack.splice(index, 1);
    if (!left) return;
    held.set(family, (held.get(family) ?? 1) - 1);
    pairs.push({ open: left.at, close: -1, inside: { from: left.at + 1, to: at }, depth: index });
  }

  function closesLater(at: number): boolean {
    return lastClosingApostrophe > at;
  }
}
