import { type Block, type CueHit, type QuoteDraft } from '../draft.js';
import { type Reading } from '../reading.js';
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
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'turn') continue;
    const label = tokens[blockRanges[index]?.from ?? 0]?.key ?? '';
    (language.answerSet.has(label) ? answers : questions).add(index);
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

/** The whole answer as one quote; its label stands for the speaker where there is one. */
export function answerOf(reading: Reading, block: number, sentence: number): QuoteDraft | null {
  const { tokens, blockRanges, blocks } = reading;
  const range = blockRanges[block];
  if (!range) return null;
  const labelled = blocks[block]?.kind === 'turn';
  let colon = -1;
  for (let i = range.from; labelled && colon === -1 && i < Math.min(range.to, range.from + 4); i++)
    if (/^[:：]$/u.test(tokens[i]?.key ?? '')) colon = i;
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
  const range1 = { from: range.from, to: range.from + 1 };
  return {
    type: 'DIRECT',
    contents: [content],
    cue,
    mention:
      cue && label
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
