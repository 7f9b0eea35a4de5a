import { type CueHit, type MentionDraft, type QuoteDraft, type Sentence } from '../draft.js';
import { WordClass } from '../languages/word-class.js';
import { type Reading } from '../reading.js';
import { announcedByClause } from './announced-by-clause.js';
import { attachTurns } from './attach-turns.js';
import { carryOnSpeech } from './carry-on-speech.js';
import { readColonSpeech } from './read-colon-speech.js';
import { attachContents } from './attach-contents.js';
import { cutContent } from './cut-content.js';
import { describeLabel } from './describe-label.js';
import { findTurns } from './find-turns.js';
import { findVoice } from './find-voice.js';
import { hasClass } from './has-class.js';
import { joinQuotes } from './join-quotes.js';
import { attachSubjectFirst } from './subject-first/attach-subject-first.js';
import { readSubject } from './subject-first/read-subject.js';
import { answerOf, readInterview } from './read-interview.js';
import { readSubjectAfter } from './phrase/read-subject-after.js';
import { describePhrase } from './phrase/describe-phrase.js';
import { readPhrase } from './phrase/read-phrase.js';
import { readSubjectBefore } from './phrase/read-subject-before.js';

const HEADS =
  WordClass.role |
  WordClass.group |
  WordClass.organization |
  WordClass.media |
  WordClass.document |
  WordClass.title |
  WordClass.place;

const NO_INTERVIEW: ReturnType<typeof readInterview> = { answers: new Set(), questions: new Set() };

/** Finds the quotes of each sentence by its cues, then those that only structure gives away. */
export function findQuotes(reading: Reading): QuoteDraft[] {
  const bySentence = new Map<number, CueHit[]>();
  for (const cue of reading.cues) {
    const list = bySentence.get(cue.sentence);
    if (list) list.push(cue);
    else bySentence.set(cue.sentence, [cue]);
  }
  const turns = findTurns(reading);
  // What no turns give away a name or a dash before each answer may.
  const interview = turns.size > 0 ? NO_INTERVIEW : readInterview(reading);
  const answers = attachTurns(reading, turns);
  const drafts: QuoteDraft[] = [];
  for (const [index, sentence] of reading.sentences.entries()) {
    if (turns.get(sentence.block)?.role === 'answer') {
      const answer = answers.get(sentence.block);
      if (answer?.sentence === index) drafts.push(answer);
      continue;
    }
    // A voice holds its whole paragraph.
    const last = drafts.at(-1);
    if (last?.rule === 'voice-and-colon' && reading.sentences[last.sentence]?.block === sentence.block) continue;
    const kind = reading.blocks[sentence.block]?.kind;
    if (kind === 'byline' || kind === 'credit' || kind === 'dateline' || kind === 'caption') continue;
    if (interview.answers.has(sentence.block)) {
      const first = reading.sentences[index - 1]?.block !== sentence.block;
      const answer = first ? answerOf(reading, sentence.block, index) : null;
      if (answer) drafts.push(answer);
      continue;
    }
    const cues = bySentence.get(index) ?? [];
    const found =
      reading.language.subject === 'before'
        ? attachSubjectFirst(reading, sentence, cues)
        : attachContents(reading, sentence, cues);
    if (found.length === 0 && !interview.questions.has(sentence.block)) {
      const asked = turns.get(sentence.block)?.role === 'question';
      const structural =
        (asked ? null : speakerAndColon(reading, sentence, index)) ??
        announcedByClause(reading, sentence, index) ??
        (asked ? null : findVoice(reading, sentence, index)) ??
        wholeInMarks(reading, sentence, index, drafts.at(-1));
      if (structural?.cue === null) announce(reading, structural, index, bySentence.get(index - 1) ?? [], drafts);
      if (structural) found.push(structural);
    }
    const announced = interview.questions.has(sentence.block)
      ? null
      : readColonSpeech(reading, sentence, index, cues, found);
    if (announced) found.push(announced);
    drafts.push(...found);
  }
  carryOnSpeech(reading, drafts);
  return joinQuotes(reading, drafts);
}

/** «غانتس: "…"» at the start of a paragraph, or a turn of a transcript. */
function speakerAndColon(reading: Reading, sentence: Sentence, index: number): QuoteDraft | null {
  const { tokens, opening, blockRanges, blocks, language } = reading;
  const block = blockRanges[sentence.block];
  if (!block || sentence.from !== block.from) return null;
  const kind = blocks[sentence.block]?.kind;
  // «حوار | المخرجة سلمى سالم: …»
  const bar = kind === 'headline' ? tokens.slice(block.from, block.from + 5).findIndex(({ key }) => key === '|') : -1;
  const from = block.from + bar + 1;
  let colon = -1;
  let addressed = -1;
  for (let i = from + 1; i < Math.min(sentence.to, from + 12); i++) {
    const token = tokens[i];
    const pair = opening.get(i);
    // «الوزيرة لـ"الغد": …»
    if (pair && tokens[i - 1]?.key === 'ل' && pair.close !== -1 && pair.close < from + 10) {
      addressed = i - 1;
      i = pair.close;
      continue;
    }
    if (token?.key === ':') {
      colon = i;
      break;
    }
    if (token?.kind === 'punctuation' && !/^[-.,،]$/u.test(token.key)) return null;
    if (token?.kind === 'number') return null;
  }
  if (colon === -1 || colon + 3 >= sentence.to) return null;
  const marked = opening.get(colon + 1);
  const end = addressed === -1 ? colon : addressed;
  const words = tokens.slice(from, end);
  const label = language.turnSet.has(words[0]?.key ?? '');
  const nameLike =
    words.some((word) => word.capital || hasClass(word, HEADS) || (word.classes === 0 && !word.article)) &&
    !words.some((word) => hasClass(word, WordClass.verb | WordClass.preposition));
  if (language.article !== '' && !label && readPhrase(reading, from, end)?.to !== end) return null;
  if (!nameLike || (!marked && kind !== 'turn' && kind !== 'headline')) return null;
  const content = cutContent(
    reading,
    marked ? colon + 2 : colon + 1,
    marked && marked.close !== -1 ? marked.close : sentence.to,
  );
  const sign = tokens[colon];
  if (!content || !sign) return null;
  const cue: CueHit = {
    from: colon,
    to: colon + 1,
    lead: 0,
    start: sign.start,
    end: sign.end,
    sentence: index,
    quoted: false,
    sense: { form: 'verb', act: 'say', takes: ['direct'], prepositions: [], agreement: '', weak: false },
  };
  const mention = label ? null : describeLabel(reading, { from, to: end });
  return {
    type: 'DIRECT',
    contents: [content],
    cue,
    mention,
    sentence: index,
    rule: 'speaker-and-colon',
    confidence: 0.7,
    stance: 'ASSERTED',
    links: [],
    subject: null,
  };
}

/** A sentence wholly in marks goes on with what the last speaker said. */
function wholeInMarks(
  reading: Reading,
  sentence: Sentence,
  index: number,
  last: QuoteDraft | undefined,
): QuoteDraft | null {
  const { opening, tokens } = reading;
  let from = sentence.from;
  while (from < sentence.to && tokens[from]?.kind === 'punctuation' && !opening.get(from)) from++;
  const pair = opening.get(from);
  if (!pair) return null;
  const end = pair.close === -1 ? pair.inside.to : pair.close;
  let mention: MentionDraft | null = null;
  if (pair.close !== -1) {
    mention = namedBehind(reading, end + 1, sentence.to);
    for (let i = end + 1; i < sentence.to && !mention; i++) if (tokens[i]?.kind === 'word') return null;
  }
  const content = cutContent(reading, from + 1, Math.min(end, sentence.to));
  const words = tokens.slice(from + 1, end).filter((token) => token.kind === 'word').length;
  // "We'll stay up," he promised. "Write that down.": the rest of an utterance may be short.
  const resumes = last?.sentence === index - 1 && last.cue !== null && last.type === 'DIRECT';
  if (!content || (words < 4 && !resumes)) return null;
  return {
    type: 'DIRECT',
    contents: [content],
    cue: null,
    mention,
    sentence: index,
    rule: 'whole-in-marks',
    confidence: 0.7,
    stance: 'ASSERTED',
    links: [],
    subject: null,
  };
}

/** «"كنا ننام بالتناوب"، سامر، 29 عاما»: who said it stands behind the words, between commas. */
function namedBehind(reading: Reading, from: number, to: number): MentionDraft | null {
  const { tokens, language } = reading;
  if (language.article === '' || !/^[,،]$/u.test(tokens[from]?.key ?? '')) return null;
  const phrase = readPhrase(reading, from + 1, to);
  const closed = phrase && (phrase.to === to || /^[,،.]$/u.test(tokens[phrase.to]?.key ?? ''));
  const who = phrase && (phrase.name !== null || hasClass(tokens[phrase.head], WordClass.role));
  return closed && who ? describePhrase(reading, phrase) : null;
}

/** "Ann Lee wrote:" at the end of a paragraph announces the marks in the next one. */
function announce(
  reading: Reading,
  draft: QuoteDraft,
  index: number,
  cues: readonly CueHit[],
  drafts: readonly QuoteDraft[],
): void {
  const { tokens, sentences, language } = reading;
  const before = sentences[index - 1];
  if (!before || tokens[before.to - 1]?.key !== ':') return;
  const used = drafts.filter((other) => other.sentence === index - 1).map((other) => other.cue);
  const cue = cues.findLast((other) => !other.quoted && other.sense.form !== 'according' && !used.includes(other));
  if (!cue) return;
  draft.cue = cue;
  draft.rule = 'announced-by-colon';
  draft.mention =
    language.subject === 'after'
      ? (readSubjectAfter(reading, cue.to, before.to) ?? readSubjectBefore(reading, cue.from, before.from))
      : readSubject(reading, cue.from, before.from);
}
