import { type MentionDraft, type Token } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';
import { type Agreement } from './entity.js';

/** What a mention shows of its speaker's gender and number: «وزيرة», «مصادر», «باحثون», «سعاد سالم». */
export function agreementOf(reading: Reading, mention: MentionDraft): Agreement {
  const { tokens, language } = reading;
  const head: Token | undefined = tokens[mention.head ?? mention.from];
  if (!head) return '';
  const office = hasClass(head, WordClass.role | WordClass.title) && (mention.head ?? -1) !== mention.name.from;
  if (mention.kind === 'PERSON') {
    if (office && (/ه$/u.test(head.key) || /ته(?:ا|م)?$/u.test(head.key) || /ه$/u.test(head.stem))) return 'f';
    if (mention.personal) {
      const given = tokens[mention.name.from];
      if (language.femaleNameSet.has(given?.core ?? '') || given?.core === 'ام') return 'f';
      if (office || language.givenNameSet.has(given?.core ?? '')) return 'm';
      return '';
    }
    return office ? 'm' : '';
  }
  if (mention.kind === 'GROUP')
    return /(?:ون|ين)$/u.test(head.key) ? 'p' : hasClass(head, WordClass.anonymous) ? 'f' : 'p';
  if (hasClass(head, WordClass.place)) return '';
  return /(?:ه|ات)$/u.test(head.key) ? 'f' : 'm';
}
