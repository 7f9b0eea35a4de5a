import { type QuoteDraft, type Sentence } from '../draft.js';
import { WordClass } from '../languages/word-class.js';
import { type Reading } from '../reading.js';
import { cutContent } from './cut-content.js';
import { hasClass } from './has-class.js';
import { readPhrase } from './subject-first/read-phrase.js';

const LONGEST_LABEL = 18;
const LEAST = 4;

/**
 * One of several voices: "Ann Lee, 34, nurse: I never saw it coming." at the head of a paragraph or bullet. A full name
 * comes first, then age or trade between commas; with nothing between, the words after the colon must be in the first person.
 */
export function findVoice(reading: Reading, sentence: Sentence, index: number): QuoteDraft | null {
  const { tokens, blocks, blockRanges, language, opening } = reading;
  const block = blockRanges[sentence.block];
  if (language.subject !== 'before' || !block || sentence.from !== block.from) return null;
  const kind = blocks[sentence.block]?.kind;
  if (kind !== 'paragraph' && kind !== 'bullet') return null;
  let from = sentence.from;
  while (from < sentence.to && tokens[from]?.kind === 'punctuation') from++;
  let colon = -1;
  for (let i = from + 1; i < Math.min(sentence.to, from + LONGEST_LABEL) && colon === -1; i++) {
    if (tokens[i]?.key === ':') colon = i;
    else if (tokens[i]?.kind === 'mark' || /^[.;!?]$/u.test(tokens[i]?.key ?? '')) return null;
  }
  const sign = tokens[colon];
  if (!sign) return null;
  const mention = readPhrase(reading, from, colon);
  if (!mention?.personal || mention.from !== from || mention.kind !== 'PERSON') return null;
  if (mention.name.to - mention.name.from < 2) return null;
  for (let i = mention.to; i < colon; i++)
    if (hasClass(tokens[i], WordClass.auxiliary | WordClass.relative)) return null;
  const told = /^[,(]$/u.test(tokens[mention.to]?.key ?? '');
  if (mention.to !== colon && !told) return null;
  const marked = opening.get(colon + 1);
  const own = tokens.slice(colon + 1, block.to).some((token) => hasClass(token, WordClass.firstPerson));
  if (!told && !own && !marked) return null;
  const words = tokens.slice(colon + 1, block.to).filter(({ kind }) => kind === 'word').length;
  const content = cutContent(reading, colon + 1, marked && marked.close !== -1 ? marked.close : block.to);
  if (!content || words < LEAST) return null;
  return {
    type: 'DIRECT',
    contents: [content],
    cue: {
      from: colon,
      to: colon + 1,
      lead: 0,
      start: sign.start,
      end: sign.end,
      sentence: index,
      quoted: false,
      sense: { form: 'verb', act: 'say', takes: ['direct'], prepositions: [], agreement: '', weak: false },
    },
    mention,
    sentence: index,
    rule: 'voice-and-colon',
    confidence: 0.75,
    stance: 'ASSERTED',
    links: [],
    subject: null,
  };
}
