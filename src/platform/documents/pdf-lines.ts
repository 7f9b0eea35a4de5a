/** A run of letters as the page draws it: position and size in points, y growing upwards. */
export interface DrawnText {
  readonly str: string;
  /** [.., .., .., .., x, y] of its left end. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

interface Line {
  readonly text: string;
  readonly y: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly rightToLeft: boolean;
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const LEFT_TO_RIGHT = /[A-Za-z\u00c0-\u02af\u0370-\u052f0-9\u0660-\u0669\u06f0-\u06f9]/u;
const STOP = /[.!?؟…۔:]["»”’)]*$/u;

/** The text of one page: lines in the order in which the page holds them, joined to paragraphs. */
export function joinLines(items: readonly DrawnText[]): string {
  const lines = splitLines(items)
    .map(readLine)
    .filter(({ text }) => text !== '');
  const pitches = lines
    .slice(1)
    .map((line, i) => lines[i]!.y - line.y)
    .filter((pitch) => pitch > 0)
    .sort((a, b) => a - b);
  const usual = pitches[Math.floor(pitches.length / 4)] ?? 0;
  let text = lines[0]?.text ?? '';
  for (let i = 1; i < lines.length; i++) {
    const [before, line] = [lines[i - 1]!, lines[i]!];
    const goesOn = isSameParagraph(before, line, usual);
    if (goesOn && /\p{Ll}-$/u.test(before.text) && /^\p{Ll}/u.test(line.text))
      text = `${text.slice(0, -1)}${line.text}`;
    else text += `${goesOn ? ' ' : '\n\n'}${line.text}`;
  }
  return text;
}

function isSameParagraph(before: Line, line: Line, usual: number): boolean {
  const pitch = before.y - line.y;
  if (pitch <= 0 || pitch > usual * 1.35 + 0.5) return false;
  if (Math.abs(before.height - line.height) > 1) return false;
  // A line that stops before its end, with a full stop, ends its paragraph.
  const room = before.rightToLeft ? before.left - line.left : line.right - before.right;
  return !(STOP.test(before.text) && room > (line.right - line.left) * 0.15);
}

function splitLines(items: readonly DrawnText[]): DrawnText[][] {
  const lines: DrawnText[][] = [[]];
  let y: number | null = null;
  for (const item of items) {
    const at = item.transform[5] ?? 0;
    if (item.str.trim() !== '') {
      if (y !== null && Math.abs(at - y) > Math.max(item.height, 4) * 0.6) lines.push([]);
      y = at;
    }
    lines.at(-1)!.push(item);
    if (item.hasEOL) {
      lines.push([]);
      y = null;
    }
  }
  return lines;
}

/** Letters are in their reading order within a run already; the runs are put into it here. */
function readLine(items: readonly DrawnText[]): Line {
  const drawn = items.filter(({ str }) => str !== '').sort((a, b) => (a.transform[4] ?? 0) - (b.transform[4] ?? 0));
  const all = drawn.map(({ str }) => str).join('');
  const [fromRight, fromLeft] = [
    all.match(new RegExp(RIGHT_TO_LEFT, 'gu'))?.length ?? 0,
    all.match(/[A-Za-z\u00c0-\u024f]/g)?.length ?? 0,
  ];
  const rightToLeft = fromRight > 0 && fromRight * 2 >= fromLeft;
  const runs = rightToLeft ? reorder(drawn) : drawn;
  let text = '';
  runs.forEach((run, i) => {
    const before = runs[i - 1];
    if (before && !/\s$/.test(text) && !/^\s/.test(run.str) && gapBetween(before, run) > Math.max(run.height, 4) * 0.2)
      text += ' ';
    text += run.str;
  });
  const words = drawn.filter(({ str }) => str.trim() !== '');
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    y: words[0]?.transform[5] ?? 0,
    height: Math.max(0, ...words.map(({ height }) => height)),
    left: Math.min(...words.map(({ transform }) => transform[4] ?? 0)),
    right: Math.max(...words.map(({ transform, width }) => (transform[4] ?? 0) + width)),
    rightToLeft,
  };
}

/** From right to left, but several runs in a row of Latin words or numbers keep their order from left to right. */
function reorder(drawn: readonly DrawnText[]): DrawnText[] {
  const runs: DrawnText[] = [];
  let island: DrawnText[] = [];
  const land = () => {
    // Spaces at the edge of such words belong to the line around them.
    let end = island.length;
    while (end > 0 && !LEFT_TO_RIGHT.test(island[end - 1]!.str)) end--;
    runs.push(...island.slice(0, end).reverse(), ...island.slice(end));
    island = [];
  };
  for (const run of [...drawn].reverse()) {
    const latin = LEFT_TO_RIGHT.test(run.str) && !RIGHT_TO_LEFT.test(run.str);
    const neutral = !LEFT_TO_RIGHT.test(run.str) && !RIGHT_TO_LEFT.test(run.str);
    if (latin || (neutral && island.length > 0)) island.push(run);
    else {
      land();
      runs.push(run);
    }
  }
  land();
  return runs;
}

function gapBetween(a: DrawnText, b: DrawnText): number {
  const [first, second] = (a.transform[4] ?? 0) <= (b.transform[4] ?? 0) ? [a, b] : [b, a];
  return (second.transform[4] ?? 0) - ((first.transform[4] ?? 0) + first.width);
}
