import { type MentionDraft } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type SpeakerKind } from '../../model.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';
import { type Phrase } from './phrase.js';

/** Makes a mention of a phrase: its kind by head and name, and whether it is a source without a name. */
export function describePhrase(reading: Reading, phrase: Phrase, lead = 0): MentionDraft {
  const { tokens, text } = reading;
  const first = tokens[phrase.from];
  const head = tokens[phrase.head];
  const pronoun = phrase.to - phrase.from === 1 && hasClass(first, WordClass.pronoun);
  const personal = phrase.name !== null && !pronoun;
  const inside = tokens.slice(phrase.from, phrase.to);
  return {
    from: phrase.from,
    to: phrase.to,
    start: (first?.start ?? 0) + Math.max(lead, first?.prefix ?? 0),
    end: tokens[phrase.to - 1]?.end ?? text.length,
    kind: kindOf(),
    anonymous:
      !personal &&
      !pronoun &&
      hasClass(head, WordClass.anonymous) &&
      !(phrase.definite && hasClass(head, WordClass.role) && phrase.to - phrase.from > 1 && !head?.article),
    name: phrase.name ?? { from: phrase.from, to: phrase.to },
    personal,
    loose: phrase.loose,
    head: phrase.head,
    lead: first && first.prefix > 0 ? 0 : lead,
    pronoun,
  };

  function kindOf(): SpeakerKind {
    if (personal) return 'PERSON';
    if (hasClass(head, WordClass.group)) return 'GROUP';
    if (hasClass(head, WordClass.role)) return 'PERSON';
    // «وكالة الطاقة» is a body, «وكالة الأنباء» a medium.
    const either = hasClass(head, WordClass.media) && hasClass(head, WordClass.organization);
    const others = inside.filter((token) => token !== head && token.kind === 'word');
    if (either && others.length > 0 && !others.some((token) => hasClass(token, WordClass.media))) return 'ORGANIZATION';
    if (hasClass(head, WordClass.media)) return 'MEDIA';
    if (hasClass(head, WordClass.document | WordClass.occasion)) return 'DOCUMENT';
    if (hasClass(head, WordClass.organization | WordClass.place)) return 'ORGANIZATION';
    if (inside.some((token) => hasClass(token, WordClass.media))) return 'MEDIA';
    if (inside.some((token) => hasClass(token, WordClass.organization))) return 'ORGANIZATION';
    return /(?:ون|ين)$/u.test(head?.stem ?? '') ? 'GROUP' : 'PERSON';
  }
}
