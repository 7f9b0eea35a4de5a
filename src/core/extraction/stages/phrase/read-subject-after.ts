import { type MentionDraft } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';
import { describePhrase } from './describe-phrase.js';
import { type Phrase } from './phrase.js';
import { readPhrase } from './read-phrase.js';
import { skipAdjuncts } from './skip-adjuncts.js';

/**
 * Reads the speaker who follows a verb: the phrase at `from` or after adjuncts, and the apposition between commas that
 * names him («قال محافظ البنك المركزي، الدكتور مجدي سالم، إن …») or gives his office («زيد سالم، مدير المركز،»).
 */
export function readSubjectAfter(
  reading: Reading,
  from: number,
  limit: number,
  strict = false,
  lead = 0,
  fused = false,
): MentionDraft | null {
  const { tokens } = reading;
  const start = fused ? from : skipAdjuncts(reading, from, limit);
  const first = tokens[start];
  if (!first || start >= limit || first.kind === 'punctuation' || first.kind === 'number') return null;
  if (hasClass(first, WordClass.pronoun))
    return describePhrase(
      reading,
      { from: start, to: start + 1, head: start, name: null, loose: false, definite: true },
      lead,
    );
  if (!fused && first.preposition !== '') return null;
  const phrase = readPhrase(reading, start, limit, strict);
  if (!phrase) return null;
  return withAside(reading, phrase, limit, lead);
}

/** The mention of a phrase together with what stands in apposition to it between commas. */
function withAside(reading: Reading, phrase: Phrase, limit: number, lead: number): MentionDraft {
  const { tokens } = reading;
  const mention = describePhrase(reading, phrase, lead);
  if (!/^[,،]$/u.test(tokens[phrase.to]?.key ?? '') || phrase.to + 1 >= limit) return mention;
  let from = phrase.to + 1;
  if (/^(?:وهو|وهي|هو|هي)$/u.test(tokens[from]?.key ?? '')) from++;
  const next = tokens[from];
  const office = hasClass(next, WordClass.role | WordClass.title | WordClass.organization);
  if (next?.kind !== 'word' || next.preposition !== '' || next.conjunction > 0) return mention;
  if (phrase.name && !phrase.loose) {
    const aside = office ? readPhrase(reading, from, limit) : null;
    return aside && !aside.name ? { ...mention, aside } : mention;
  }
  if (!hasClass(tokens[phrase.head], WordClass.role | WordClass.title)) return mention;
  const aside = readPhrase(reading, from, limit);
  if (!aside?.name || aside.loose) return mention;
  const closed = aside.to >= limit || tokens[aside.to]?.kind === 'punctuation';
  if (!closed) return mention;
  return {
    ...mention,
    to: aside.to,
    end: tokens[aside.to - 1]?.end ?? mention.end,
    name: aside.name,
    personal: true,
    loose: false,
    kind: 'PERSON',
    anonymous: false,
  };
}
