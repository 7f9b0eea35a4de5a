import { type MentionDraft } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';
import { type Agreement } from './entity.js';
import { findHead } from './find-head.js';

/** Gender and number that a mention shows: "Mrs Lee", «la ministre», "the spokesman", "officials", a given name. */
export function agreementOf(reading: Reading, mention: MentionDraft): Agreement {
  const { tokens, language } = reading;
  const { female, male, plural } = language.order;
  if (mention.kind === 'GROUP') return 'p';
  for (let i = mention.from; i < mention.to; i++) {
    const key = tokens[i]?.key ?? '';
    const given = i === mention.name.from && mention.personal;
    if (mention.personal && i > mention.name.from) break;
    if (female.has(key) && (given || i < mention.from + 3 || hasClass(tokens[i], WordClass.role))) return 'f';
    if (male.has(key) && (given || i < mention.from + 3 || hasClass(tokens[i], WordClass.role))) return 'm';
    if (i === mention.from && plural.has(key)) return 'p';
  }
  const head = tokens[findHead(reading, mention)];
  if (!mention.personal && head && hasClass(head, WordClass.group)) return 'p';
  return !mention.personal && head && hasClass(head, WordClass.role) ? language.order.genderOf(head.key) : '';
}
