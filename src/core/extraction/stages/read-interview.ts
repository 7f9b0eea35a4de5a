import { type Block, type CueHit, type QuoteDraft } from '../draft.js';
import { type Reading } from '../reading.js';
import { describeLabel } from './describe-label.js';
import { readPhrase } from './phrase/read-phrase.js';
import { cutContent } from './cut-content.js';

/** Fewest questions that make an interview of paragraphs without labels. */
const LEAST = 3;
const QUESTION = /[?؟]["»”)\s]*$/u;
const MARKED = /^\s*[-–—•*●▪]/u;

/** What the blocks of an interview are. */
export interface Interview {
  readonly questions: ReadonlySet<number>;
  readonly answers: ReadonlySet<number>;
}

/**
 * Tells questions from answers, by their labels («س: … ج: …») or, where at least three paragraphs are questions, by the
 * sign that most questions have in front. An article that is no interview has neither.
 */
export function readInterview(reading: Reading): Interview {
  const { blocks, tokens, blockRanges, language, text } = reading;
  const questions = new Set<number>();
  const answers = new Set<number>();
  if (language.answerSet.size === 0) return { questions, answers };
  const textOf = (block: Block): string => text.slice(block.start, block.end);
  for (const index of blocks.keys()) {
    const from = blockRanges[index]?.from ?? 0;
    const label = tokens[from]?.key ?? '';
    const colon = colonAfter(reading, index);
    if (colon === -1) continue;
    // «سؤال (القناة الثالثة): …» is answered by «حاجيتش: …».
    if (language.answerSet.has(label)) answers.add(index);
    else if (language.turnSet.has(label)) questions.add(index);
    else if (questions.has(index - 1) && readPhrase(reading, from, colon)?.to === colon) answers.add(index);
  }
  if (questions.size + answers.size > 1) return { questions, answers };
  questions.clear();
  answers.clear();
  const asked = [...blocks.keys()].filter((index) => {
    const block = blocks[index];
    return block !== undefined && block.kind !== 'headline' && index > 0 && QUESTION.test(textOf(block));
  });
  const [first] = asked;
  const last = asked.at(-1);
  if (asked.length < LEAST || first === undefined || last === undefined) return { questions, answers };
  const marked = asked.filter((index) => MARKED.test(textOf(blocks[index] ?? { start: 0, end: 0, kind: 'turn' })));
  const byMark = marked.length * 2 > asked.length;
  for (let index = first; index <= Math.min(last + 1, blocks.length - 1); index++) {
    const block = blocks[index];
    if (!block || block.kind === 'caption' || block.kind === 'credit') continue;
    const asks = QUESTION.test(textOf(block)) || (byMark && /^\s*[-–—]/u.test(textOf(block)));
    (asks ? questions : answers).add(index);
  }
  // In a feature article a few paragraphs end with a question; in an interview each has its answer.
  if (answers.size > questions.size * 3) {
    questions.clear();
    answers.clear();
  }
  return { questions, answers };
}

/** The colon that ends a label at the start of a block, or -1. */
function colonAfter(reading: Reading, block: number): number {
  const { tokens, blockRanges } = reading;
  const range = blockRanges[block];
  if (!range) return -1;
  for (let i = range.from + 1; i < Math.min(range.to - 1, range.from + 10); i++) {
    const token = tokens[i];
    if (/^[:：]$/u.test(token?.key ?? '')) return i;
    if (token?.kind === 'punctuation' && !/^[()]$/u.test(token.key)) return -1;
  }
  return -1;
}

/** The whole answer as one quote; its label stands for the speaker where there is one. */
export function answerOf(reading: Reading, block: number, sentence: number): QuoteDraft | null {
  const { tokens, blockRanges, language } = reading;
  const range = blockRanges[block];
  if (!range) return null;
  const colon = colonAfter(reading, block);
  let from = colon === -1 ? range.from : colon + 1;
  while (from < range.to && tokens[from]?.kind === 'punctuation') from++;
  const content = cutContent(reading, from, range.to);
  const sign = tokens[colon];
  const label = tokens[range.from];
  if (!content) return null;
  const cue: CueHit | null = sign
    ? {
        from: colon,
        to: colon + 1,
        lead: 0,
        start: sign.start,
        end: sign.end,
        sentence,
        quoted: false,
        sense: { form: 'verb', act: 'say', takes: ['direct'], prepositions: [], agreement: '', weak: false },
      }
    : null;
  const named = !language.turnSet.has(label?.key ?? '');
  const range1 = { from: range.from, to: range.from + 1 };
  return {
    type: 'DIRECT',
    contents: [content],
    cue,
    mention:
      cue && named
        ? describeLabel(reading, { from: range.from, to: colon })
        : cue && label
          ? {
              ...range1,
              start: label.start,
              end: label.end,
              kind: 'PERSON',
              anonymous: false,
              name: range1,
              personal: false,
              lead: 0,
              pronoun: false,
            }
          : null,
    subject: null,
    sentence,
    rule: 'answer',
    confidence: 0.8,
    stance: 'ASSERTED',
    links: [],
  };
}
