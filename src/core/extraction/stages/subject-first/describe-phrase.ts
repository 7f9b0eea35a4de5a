import { type MentionDraft, type Range, type Token } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type SpeakerKind } from '../../model.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';
import { findHead } from './find-head.js';
import { findPersonName } from './find-person-name.js';

const BODY = WordClass.organization | WordClass.media | WordClass.document;

/** Describes a noun phrase that stands for a speaker: the personal name in it, what sort of source, and whether unnamed. */
export function describePhrase(reading: Reading, range: Range): MentionDraft {
  const { tokens, text } = reading;
  const first = tokens[range.from];
  const pronoun = range.to - range.from === 1 && hasClass(first, WordClass.pronoun | WordClass.relative);
  const head = findHead(reading, range);
  const person = pronoun ? null : findPersonName(reading, range, head);
  const personal = person !== null;
  return {
    from: range.from,
    to: range.to,
    start: first?.start ?? 0,
    end: tokens[range.to - 1]?.end ?? text.length,
    kind: kindOf(tokens[head], personal),
    anonymous: !personal && !pronoun && hasClass(tokens[head], WordClass.anonymous),
    name: person ?? range,
    personal,
    lead: 0,
    pronoun,
  };

  function kindOf(top: Token | undefined, named: boolean): SpeakerKind {
    if (named) {
      const words = tokens.slice(range.from, range.to);
      if (words.some((word) => hasClass(word, WordClass.role | WordClass.title))) return 'PERSON';
      if (hasClass(top, WordClass.media) && !hasClass(top, WordClass.role)) return 'MEDIA';
      const name = person ? tokens.slice(person.from, person.to) : [];
      if (name.some((word) => hasClass(word, WordClass.media))) return 'MEDIA';
      if (name.some((word) => hasClass(word, WordClass.organization))) return 'ORGANIZATION';
      if (name.every((word) => hasClass(word, WordClass.place))) return 'ORGANIZATION';
      return 'PERSON';
    }
    if (hasClass(top, WordClass.group)) return 'GROUP';
    if (hasClass(top, WordClass.role)) return 'PERSON';
    if (hasClass(top, WordClass.media)) return 'MEDIA';
    if (hasClass(top, WordClass.document | WordClass.occasion)) return 'DOCUMENT';
    if (hasClass(top, WordClass.organization | WordClass.place)) return 'ORGANIZATION';
    const words = tokens.slice(range.from, range.to);
    const body = words.find((word) => word.capital && hasClass(word, BODY));
    if (body) return hasClass(body, WordClass.media) ? 'MEDIA' : 'ORGANIZATION';
    if (words.some((word) => hasClass(word, WordClass.group))) return 'GROUP';
    if (top?.capital) return 'ORGANIZATION';
    return 'PERSON';
  }
}
