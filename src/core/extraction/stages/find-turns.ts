import { type Range } from '../draft.js';
import { WordClass } from '../languages/word-class.js';
import { type Reading } from '../reading.js';
import { hasClass } from './has-class.js';

const LONGEST_LABEL = 6;
const LONGEST_QUESTION = 400;
const OPENING_BLOCKS = 5;
const LEAST_GROUPS = 2;
const LEAST_QUESTIONS = 3;
const NARRATED = WordClass.verb | WordClass.auxiliary | WordClass.preposition | WordClass.complementiser;

/** A block of an interview or transcript. */
export interface Turn {
  readonly role: 'question' | 'answer';
  /** The words before the colon that say who speaks, where there are any. */
  readonly label: Range | null;
  /** First token of what is said, past dash, label and colon. */
  readonly from: number;
}

interface Line {
  readonly block: number;
  readonly label: Range | null;
  readonly key: string;
  readonly from: number;
  readonly asks: boolean;
  readonly dashed: boolean;
  /** A blank line stands before it. */
  readonly parted: boolean;
}

/**
 * Tells which blocks of an article are the questions and answers of an interview, by what interviews look like in any
 * language: labels that come back ("Lee: …", "Q: …"), lines in pairs of which the first asks, and questions put to somebody
 * where the article says that it is an interview. Empty for other articles.
 */
export function findTurns(reading: Reading): ReadonlyMap<number, Turn> {
  const { text, language, tokens, blocks, blockRanges } = reading;
  const lines = blockRanges.flatMap((range, block) => readLine(range, block));
  const counts = new Map<string, { all: number; asking: number }>();
  for (const { key, asks } of lines) {
    if (key === '') continue;
    const count = counts.get(key) ?? { all: 0, asking: 0 };
    count.all++;
    if (asks) count.asking++;
    counts.set(key, count);
  }
  const turns = new Map<number, Turn>();
  const labels = [...counts].filter(([key, { all }]) => all > 1 || language.turnSet.has(key));
  if (labels.length > 1 || (labels[0]?.[1].all ?? 0) > 2) readLabelled(labels.map(([key]) => key));
  else if (!readPairs()) readQuestions();
  return turns;

  function readLine(range: Range, block: number): Line[] {
    const kind = blocks[block]?.kind;
    if (kind === 'headline' || kind === 'credit' || kind === 'caption' || range.from >= range.to) return [];
    let from = range.from;
    while (from < range.to && tokens[from]?.kind === 'punctuation' && tokens[from]?.key !== '(') from++;
    const dashed = from > range.from;
    const colon = findColon(from, range.to);
    const label = colon === -1 ? null : { from, to: colon };
    const last = text.slice(blocks[block]?.start, blocks[block]?.end).trimEnd();
    const gap = text.slice(blocks[block - 1]?.end ?? 0, blocks[block]?.start ?? 0);
    let start = label ? label.to + 1 : from;
    // "(laughs) It was luck": what the speaker does is not what is said.
    if (tokens[start]?.key === '(')
      for (let i = start + 1; i < Math.min(range.to, start + 6); i++) if (tokens[i]?.key === ')') start = i + 1;
    return [
      {
        block,
        label,
        key: label ? keyOf(label) : '',
        from: start,
        asks: /[?؟]["'”»\s]*$/u.test(last) && last.length < LONGEST_QUESTION && tokens[start]?.kind !== 'mark',
        dashed,
        parted: block === 0 || (gap.match(/\n/gu)?.length ?? 0) > 1 || /\n\s*\n\s*$/u.test(gap),
      },
    ];
  }

  function keyOf({ from, to }: Range): string {
    return tokens
      .slice(from, to)
      .filter((token) => token.kind === 'word')
      .map((token) => token.key)
      .join(' ');
  }

  /** The colon after a few words that may be a name or a letter. */
  function findColon(from: number, to: number): number {
    let words = 0;
    for (let i = from; i < Math.min(to - 1, from + 2 * LONGEST_LABEL); i++) {
      const token = tokens[i];
      if (token?.key === ':') return words > 0 ? i : -1;
      // "ANN LEE — Good morning": a dash after capitals parts as well as a colon does.
      if (/^[—–]$/u.test(token?.key ?? '')) return words > 0 && isShouted({ from, to: i }) ? i : -1;
      if (token?.key === '(' && words > 0) {
        let close = i + 1;
        while (close < i + 7 && tokens[close]?.key !== ')') close++;
        if (tokens[close]?.key !== ')') return -1;
        i = close;
        continue;
      }
      if (token?.kind === 'punctuation' && /^[-.'’]$/u.test(token.key)) continue;
      if (token?.kind !== 'word' || ++words > LONGEST_LABEL) return -1;
      const label = language.turnSet.has(token.key);
      if (
        !label &&
        !token.capital &&
        language.script === 'latin' &&
        !hasClass(token, WordClass.preposition | WordClass.determiner)
      )
        return -1;
      if (!label && (language.cuesOf.has(token.core) || (hasClass(token, NARRATED) && !token.capital && words === 1)))
        return -1;
    }
    return -1;
  }

  /** Turns by their labels; who mostly asks is the interviewer, as is who only has other letters of that name. */
  function readLabelled(known: readonly string[]): void {
    const asking = new Set(
      [...counts]
        .filter(
          ([key, { all, asking: asked }]) =>
            language.questionTurnSet.has(key) || (!language.turnSet.has(key) && asked * 2 >= all),
        )
        .map(([key]) => key),
    );
    const names = new Set(known);
    const shouted = new Set(lines.filter(({ label }) => label && isShouted(label)).map(({ key }) => key));
    for (const [key] of counts)
      if (shouted.has(key) || known.some((other) => isShort(key, other) || isShort(other, key))) names.add(key);
    let open: Turn['role'] | null = null;
    for (const [index, line] of lines.entries()) {
      if (names.has(line.key)) {
        open = asking.has(line.key) ? 'question' : 'answer';
        turns.set(line.block, { role: open, label: line.label, from: line.from });
      } else if (open === 'question' && line.label === null && !line.parted) {
        open = 'answer';
        turns.set(line.block, { role: open, label: null, from: line.from });
      } else if (open === 'answer' && !line.parted && !line.asks && names.has(lines[index + 1]?.key ?? ''))
        turns.set(line.block, { role: open, label: null, from: line.from });
      else open = null;
    }
  }

  /** Capitals throughout, whatever small words stand between. */
  function isShouted({ from, to }: Range): boolean {
    return /^[^\p{Ll}]*\p{Lu}{2}[^\p{Ll}]*$/u.test(text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0));
  }

  /** "Adjei" for "Brigitte Adjei", "SD" for "SportsDesk". */
  function isShort(short: string, long: string): boolean {
    if (short === long || short === '' || short.length >= long.length) return false;
    if (long.endsWith(` ${short}`)) return true;
    const surname = short.split(' ').at(-1) ?? '';
    if (short.includes(' ') && long.endsWith(` ${surname}`) && long[0] === short[0]) return true;
    const letters = short.replace(/[^\p{L}]/gu, '');
    if (letters.length > 4) return false;
    const initials = long
      .split(' ')
      .map((word) => word[0])
      .join('');
    return (
      initials === letters ||
      (letters.length === 2 &&
        !long.includes(' ') &&
        long.startsWith(letters[0] ?? '') &&
        long.includes(letters[1] ?? ''))
    );
  }

  /** Lines in pairs parted by blank lines, the first of which asks or has a dash. */
  function readPairs(): boolean {
    const groups: Line[][] = [];
    for (const line of lines) {
      if (line.parted || groups.length === 0) groups.push([line]);
      else groups.at(-1)?.push(line);
    }
    const isPair = (group: readonly Line[] | undefined): boolean =>
      group !== undefined && group.length > 1 && group.length < 5;
    const asks = (group: readonly Line[]): boolean =>
      isPair(group) && group[0]?.asks === true && group[1]?.asks === false;
    if (groups.filter(asks).length < LEAST_GROUPS) return false;
    const first = groups.findIndex(asks);
    const last = groups.findLastIndex(asks);
    for (let index = first; index <= last; index++) {
      const group = groups[index] ?? [];
      if (!isPair(group)) continue;
      for (const [place, line] of group.entries())
        turns.set(line.block, { role: place === 0 ? 'question' : 'answer', label: line.label, from: line.from });
    }
    return true;
  }

  /** Questions and answers paragraph by paragraph, where the article says that it is an interview. */
  function readQuestions(): void {
    const announced = tokens
      .slice(0, blockRanges[Math.min(OPENING_BLOCKS, blockRanges.length - 1)]?.to ?? 0)
      .some((token) => language.interviewSet.has(token.key) || language.interviewSet.has(token.stem));
    if (!announced) return;
    const questions = lines.filter((line, index) => line.asks && lines[index + 1]?.asks === false && !line.label);
    if (questions.length < LEAST_QUESTIONS) return;
    const final = questions.at(-1)?.block ?? -1;
    let open = false;
    for (const line of lines) {
      if (questions.includes(line)) {
        open = true;
        turns.set(line.block, { role: 'question', label: null, from: line.from });
      } else if (open && (line.block < final || line.block === final + 1))
        turns.set(line.block, { role: 'answer', label: null, from: line.from });
    }
  }
}
