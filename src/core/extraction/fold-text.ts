import { foldWord } from './fold-word.js';

/** A folded view of a text; `map[i]` is the offset in the original of code unit `i`, `map[length]` the original's end. */
export interface FoldedText {
  readonly text: string;
  readonly map: readonly number[];
}

/** Folds a whole text character by character and keeps the way back to the original offsets. */
export function foldText(text: string): FoldedText {
  let folded = '';
  const map: number[] = [];
  let offset = 0;
  for (const character of text) {
    const piece = foldWord(character);
    for (let i = 0; i < piece.length; i++) map.push(offset);
    folded += piece;
    offset += character.length;
  }
  map.push(text.length);
  return { text: folded, map };
}
