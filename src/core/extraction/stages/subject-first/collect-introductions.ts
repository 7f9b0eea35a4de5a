import { type MentionDraft, type Range } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';
import { findHead } from './find-head.js';
import { readPhrase } from './read-phrase.js';

const HEADS =
  WordClass.role |
  WordClass.group |
  WordClass.organization |
  WordClass.media |
  WordClass.document |
  WordClass.anonymous;

/** Words between the start of a sentence and the phrase that leads it. */
const NEAR = 3;
const LONGEST_SETTING = 14;

/** A phrase that names somebody or something, and the office set after it between commas. */
export interface Introduction {
  readonly mention: MentionDraft;
  readonly office: MentionDraft | null;
  /** It opens its sentence. */
  readonly leads: boolean;
  readonly sentence: number;
}

/** Reads the phrases of an article that name people, bodies, documents and sources, in the order of the text. */
export function collectIntroductions(reading: Reading): Introduction[] {
  const { tokens, sentences, blocks } = reading;
  const found: Introduction[] = [];
  const capitals = new Set<string>();
  for (const sentence of sentences)
    for (let i = sentence.from + 1; i < sentence.to; i++) {
      const token = tokens[i];
      if (token?.capital && (tokens[i - 1]?.kind === 'word' || tokens[i - 1]?.key === ',')) capitals.add(token.key);
    }
  for (const [index, sentence] of sentences.entries()) {
    const kind = blocks[sentence.block]?.kind;
    if (kind === 'headline' || kind === 'subhead' || kind === 'credit' || kind === 'byline' || kind === 'caption')
      continue;
    const past = pastSetting(sentence);
    for (let i = sentence.from; i < sentence.to; i++) {
      const token = tokens[i];
      if (token?.kind !== 'word') continue;
      const starts =
        token.capital ||
        hasClass(token, HEADS | WordClass.title | WordClass.determiner) ||
        hasClass(tokens[i - 1], WordClass.preposition);
      if (!starts || hasClass(token, WordClass.pronoun)) continue;
      const mention = readPhrase(reading, i, sentence.to);
      if (!mention || mention.pronoun) continue;
      const head = tokens[findHead(reading, mention)];
      const opens = i === sentence.from || tokens[i - 1]?.kind === 'mark' || tokens[i - 1]?.key === ':';
      if (mention.personal && opens && isLoneStart(mention, i)) continue;
      if (!mention.personal && !hasClass(head, HEADS) && !head?.capital) continue;
      const leads = i - sentence.from < NEAR || (i >= past && i - past < NEAR);
      found.push({ mention, office: officeAfter(mention, sentence.to), leads, sentence: index });
      // What stands inside («responsable [du ministère de la Santé]») is met as well.
      i = mention.personal ? mention.to - 1 : Math.max(i, findHead(reading, mention));
    }
  }
  return found;

  /** Behind the comma after where or when something is set: "At the rival bank, [Ann Lee] took the opposite line." */
  function pastSetting(sentence: Range): number {
    if (!hasClass(tokens[sentence.from], WordClass.preposition)) return sentence.to;
    for (let i = sentence.from + 1; i < Math.min(sentence.to, sentence.from + LONGEST_SETTING); i++)
      if (tokens[i]?.key === ',') return i + 1;
    return sentence.to;
  }

  /** One word whose capital may only be that of its sentence. */
  function isLoneStart(mention: MentionDraft, from: number): boolean {
    if (mention.name.from !== from || mention.name.to - from > 1) return false;
    return !capitals.has(tokens[from]?.key ?? '');
  }

  function officeAfter(mention: MentionDraft, limit: number): MentionDraft | null {
    if (!mention.personal || tokens[mention.to]?.key !== ',') return null;
    const first = tokens[mention.to + 1];
    if (!hasClass(first, WordClass.determiner | HEADS | WordClass.modifier) || first?.capital) return null;
    const office = readPhrase(reading, mention.to + 1, limit);
    if (!office || office.personal || !hasClass(tokens[findHead(reading, office)], HEADS)) return null;
    // "trust in Lee, the firm's chairman said": what goes on with a verb is no apposition.
    const next = tokens[office.to];
    const closed =
      next?.kind !== 'word' || hasClass(next, WordClass.relative | WordClass.preposition | WordClass.conjunction);
    return closed || office.to >= limit ? office : null;
  }
}
