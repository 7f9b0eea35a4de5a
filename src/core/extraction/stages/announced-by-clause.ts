import { type QuoteDraft, type Sentence } from '../draft.js';
import { type Reading } from '../reading.js';
import { WordClass } from '../languages/word-class.js';
import { cutContent } from './cut-content.js';
import { hasClass } from './has-class.js';
import { describePhrase } from './subject-first/describe-phrase.js';
import { findHead } from './subject-first/find-head.js';
import { readPhrase } from './subject-first/read-phrase.js';

const SPEAKERS =
  WordClass.role | WordClass.group | WordClass.organization | WordClass.media | WordClass.document | WordClass.title;

/**
 * «La présidente a tiqué : "…"», "Her answer was short: '…'", «Réponse du maire : "…"»: words in marks to the end of a
 * sentence after a colon belong to whoever the clause before the colon is about, whatever its verb.
 */
export function announcedByClause(reading: Reading, sentence: Sentence, index: number): QuoteDraft | null {
  const { tokens, opening, language, pairOf } = reading;
  if (language.subject !== 'before') return null;
  let colon = -1;
  for (let i = sentence.from + 1; i + 2 < sentence.to && colon === -1; i++)
    if (tokens[i]?.key === ':' && pairOf[i] === -1 && opening.has(i + 1)) colon = i;
  const pair = opening.get(colon + 1);
  const sign = tokens[colon];
  if (!pair || !sign) return null;
  const close = pair.close === -1 ? sentence.to : pair.close;
  for (let i = close + 1; i < sentence.to; i++) if (tokens[i]?.kind === 'word') return null;
  const content = cutContent(reading, colon + 2, close);
  const mention = speaker();
  if (!content || !mention) return null;
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
    rule: 'announced-by-clause',
    confidence: 0.7,
    stance: 'ASSERTED',
    links: [],
    subject: null,
  };

  function speaker(): QuoteDraft['mention'] {
    let at = sentence.from;
    if (language.order.replies.has(tokens[at]?.key ?? '')) {
      at++;
      while (at < colon && language.order.genitives.has(tokens[at]?.key ?? '')) at++;
      const fused = language.order.genitives.has(tokens[at - 1]?.key ?? '');
      return fused ? readPhrase(reading, at, colon) : null;
    }
    for (let guard = 0; at < colon && guard < 3; guard++) {
      const phrase = readPhrase(reading, at, colon);
      const head = phrase && tokens[findHead(reading, phrase)];
      if (phrase && (phrase.personal || phrase.pronoun || hasClass(head ?? undefined, SPEAKERS)))
        return subject(phrase);
      const comma = commaFrom(at);
      if (comma === -1) return null;
      at = comma + 1;
    }
    return null;
  }

  function commaFrom(at: number): number {
    for (let i = at; i < colon; i++) if (tokens[i]?.key === ',') return i;
    return -1;
  }

  /** A pronoun counts where it is a subject's. */
  function subject(phrase: NonNullable<QuoteDraft['mention']>): QuoteDraft['mention'] {
    if (!phrase.pronoun) return phrase;
    return hasClass(tokens[phrase.from], WordClass.firstPerson) ? null : describePhrase(reading, phrase);
  }
}
