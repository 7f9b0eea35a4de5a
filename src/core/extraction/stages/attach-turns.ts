import { type CueHit, type MentionDraft, type QuoteDraft, type Range } from '../draft.js';
import { type Reading } from '../reading.js';
import { collectIntroductions } from './register/collect-introductions.js';
import { cutContent } from './cut-content.js';
import { describeLabel } from './describe-label.js';
import { type Turn } from './find-turns.js';
import { collectIntroductions as collectSubjectFirst } from './subject-first/collect-introductions.js';

/** One quote for each answer of an interview, from its label's speaker or else from whom the article interviews. */
export function attachTurns(reading: Reading, turns: ReadonlyMap<number, Turn>): Map<number, QuoteDraft> {
  const drafts = new Map<number, QuoteDraft>();
  const { tokens, sentences, blockRanges, language } = reading;
  if (turns.size === 0) return drafts;
  const first = Math.min(...turns.keys());
  const guest = interviewed(blockRanges[first]?.from ?? 0);
  let last: MentionDraft | null = null;
  for (const [index, sentence] of sentences.entries()) {
    const turn = turns.get(sentence.block);
    const range = blockRanges[sentence.block];
    if (turn?.role !== 'answer' || !range || sentence.from !== range.from) continue;
    const content = cutContent(reading, turn.from, range.to);
    if (!content) continue;
    const named = turn.label && !isLetter(turn.label) ? describeLabel(reading, turn.label) : null;
    if (named) last = named;
    drafts.set(sentence.block, {
      type: 'DIRECT',
      contents: [content],
      cue: turn.label ? colonAt(turn.label.to, index) : null,
      mention: named,
      subject: named ? null : (last ?? guest),
      sentence: index,
      rule: turn.label ? 'labelled-answer' : 'answer-to-question',
      confidence: turn.label ? 0.9 : 0.75,
      stance: 'ASSERTED',
      links: [],
    });
  }
  return drafts;

  /** "A", «ج», or the initials of whoever answers. */
  function isLetter({ from, to }: Range): boolean {
    const words = tokens.slice(from, to).filter((token) => token.kind === 'word');
    return words.every((word) => language.turnSet.has(word.key) || word.key.length === 1);
  }

  function colonAt(at: number, sentence: number): CueHit | null {
    const token = tokens[at];
    if (!token) return null;
    return {
      from: at,
      to: at + 1,
      lead: 0,
      start: token.start,
      end: token.end,
      sentence,
      quoted: false,
      sense: { form: 'verb', act: 'say', takes: ['direct'], prepositions: [], agreement: '', weak: false },
    };
  }

  /** Who is named first, in full, before the questions begin. */
  function interviewed(before: number): MentionDraft | null {
    const mentions =
      language.subject === 'before'
        ? collectSubjectFirst(reading).map(({ mention }) => mention)
        : collectIntroductions(reading);
    const people = mentions.filter((mention) => mention.personal && mention.kind === 'PERSON' && mention.from < before);
    const title = new Set(tokens.slice(0, blockRanges[0]?.to ?? 0).map(({ key }) => key));
    const full = people.filter(({ name }) => name.to - name.from > 1);
    const headed = full.find(({ name }) =>
      tokens.slice(name.from, name.to).some(({ key, kind }) => kind === 'word' && title.has(key)),
    );
    return headed ?? full[0] ?? people[0] ?? null;
  }
}
