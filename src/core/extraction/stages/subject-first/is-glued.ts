import { type Token } from '../../draft.js';

/** A hyphen with no space on either side («dit-il», "vice-chair"). */
export function isGlued(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.key === '-' && tokens[at - 1]?.end === token.start && tokens[at + 1]?.start === token.end;
}
