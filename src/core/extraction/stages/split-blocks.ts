import { foldWord } from '../fold-word.js';
import { type Block, type BlockKind } from '../draft.js';
import { type CompiledLanguage } from '../languages/compile-language.js';

interface Line {
  start: number;
  end: number;
  text: string;
}

const STOP = /[.!?؟…۔]["'»”’›)\]\s\u200e\u200f]*$/u;
const CREDIT = /[(（][^()（）]{2,80}[)）]\s*$/u;
const BULLET = /^\s*(?:[-*•●▪◦·–—]|\d{1,2}[.)])\s+/u;
const DATE = /^[^.!?؟]{0,40}\d{4}[^.!?؟]{0,30}$/u;
const TURN = /^\s*([\p{L}]{1,12})\s*[:：]\s*\S/u;

/**
 * Cuts a text into lines, says what each is, and joins a line that breaks off in mid-sentence with the next one.
 * A long line without a full stop counts as broken only in an article whose paragraphs otherwise end with one.
 */
export function splitBlocks(text: string, language: CompiledLanguage): Block[] {
  const lines = linesOf(text);
  const long = lines.filter((line) => line.text.length >= 60);
  const stopped = long.filter((line) => STOP.test(line.text) || CREDIT.test(line.text)).length;
  const disciplined = long.length > 2 && stopped * 2 >= long.length;
  const blocks: Block[] = [];
  let open: { start: number; end: number; kind: BlockKind } | null = null;
  lines.forEach((line, index) => {
    const kind = kindOf(line, index);
    const joins: boolean = open !== null && kind === 'paragraph';
    if (open && joins) open.end = line.end;
    else {
      if (open) blocks.push(open);
      open = { start: line.start, end: line.end, kind };
    }
    const goesOn =
      open !== null &&
      (open.kind === 'paragraph' || open.kind === 'turn') &&
      index > 1 &&
      !STOP.test(line.text) &&
      !/[:：]\s*$/u.test(line.text) &&
      breaksOff(line, lines[index + 1]);
    if (!goesOn && open) {
      blocks.push(open);
      open = null;
    }
  });
  if (open) blocks.push(open);
  return blocks;

  function breaksOff(line: Line, next: Line | undefined): boolean {
    if (!next) return false;
    if (/[,،;؛]["'”»]?\s*$/u.test(line.text) && line.text.length > 30) return true;
    if (/[«“"]\s*$/u.test(line.text)) return true;
    if (language.script === 'latin') return line.text.length > 40 && /^\s*\p{Ll}/u.test(next.text);
    return disciplined && line.text.length >= 60;
  }

  function kindOf(line: Line, index: number): BlockKind {
    const { text: words } = line;
    const first = foldWord(/[\p{L}\p{M}']+/u.exec(words)?.[0] ?? '');
    const bodyFollows = lines.length > 1;
    if (index === 0 && bodyFollows && words.length < 200 && !/[.؟?!]["”»]?\s+\S.*[.!?؟]\s*$/u.test(words)) {
      const next = lines.slice(1).some((other) => other.text.length > words.length || STOP.test(other.text));
      if (next) return 'headline';
    }
    if (words.length < 120 && language.bylineSet.has(first)) return 'byline';
    if (DATE.test(words) && words.length < 60) return 'dateline';
    const credit = CREDIT.exec(words)?.[0];
    if (credit && !STOP.test(words)) {
      const names = credit.match(/[\p{L}\p{M}]+/gu) ?? [];
      if (names.some((name) => language.creditSet.has(foldWord(name)))) return words.length < 50 ? 'credit' : 'caption';
    }
    const turn = TURN.exec(words)?.[1];
    if (turn && language.turnSet.has(foldWord(turn))) return 'turn';
    if (BULLET.test(words)) return 'bullet';
    if (/[-–—]\s*$/u.test(words) && words.length < 60) return 'dateline';
    if (!STOP.test(words) && words.length < 70 && index > 0 && !/[:،,;؛”»"]\s*$/u.test(words)) {
      return index < 3 && words.length < 45 ? 'byline' : 'subhead';
    }
    return 'paragraph';
  }
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const character = text[at];
    if (
      at < text.length &&
      character !== '\n' &&
      character !== '\r' &&
      character !== '\u2028' &&
      character !== '\u2029'
    )
      continue;
    const line = text.slice(start, at);
    if (line.trim() !== '') lines.push({ start, end: at, text: line });
    start = at + 1;
  }
  return lines;
}
