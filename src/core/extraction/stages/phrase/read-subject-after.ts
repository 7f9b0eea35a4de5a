import { type MentionDraft, type Token } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';
import { describePhrase } from './describe-phrase.js';
import { isGivenName } from './is-given-name.js';
import { HEADS } from './phrase-classes.js';
import { type Phrase } from './phrase.js';
import { readPhrase } from './read-phrase.js';
import { isAdjective } from './word-shape.js';
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
  let start = fused ? from : skipAdjuncts(reading, from, limit);
  // «أفاد به مدير …»
  if (!fused && isBackReference(tokens[start])) start++;
  // «أوضح ذلك مدير …»
  if (!fused && /^(?:ذلك|هذا)$/u.test(tokens[start]?.key ?? '') && isSpeaker(tokens[start + 1])) start++;
  const first = tokens[start];
  if (!first || start >= limit || first.kind === 'punctuation' || first.kind === 'number') return null;
  // «بصوت متقطع»
  if (start > from && hasClass(tokens[start - 1], WordClass.adverb) && isAdjective(first)) return null;
  if (hasClass(first, WordClass.pronoun))
    return describePhrase(
      reading,
      { from: start, to: start + 1, head: start, name: null, loose: false, definite: true },
      lead,
    );
  if (!fused && first.preposition !== '') return null;
  const phrase = guessedName(reading, start, limit) ?? readPhrase(reading, start, limit, strict);
  if (!phrase || (!fused && isObject(reading, phrase))) return null;
  return withAside(reading, phrase, limit, lead);
}

/** A preposition with its pronoun: «به», «عنها». */
function isBackReference(token: Token | undefined): boolean {
  return hasClass(token, WordClass.preposition) && token?.preposition === '' && /^.{1,3}(?:ه|ها|هم)$/u.test(token.key);
}

function isSpeaker(token: Token | undefined): boolean {
  return hasClass(token, HEADS | WordClass.title);
}

/** «قال يعلون إن»: what looks like a verb but stands alone between the report and its content is a name. */
function guessedName(reading: Reading, at: number, limit: number): Phrase | null {
  const { tokens, language } = reading;
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || !hasClass(token, WordClass.verb) || at + 1 > limit) return null;
  if (language.classOf.has(token.key) || language.classOf.has(token.core) || language.cuesOf.has(token.core))
    return null;
  const closed = next?.kind === 'mark' || next?.key === ':' || hasClass(next, WordClass.complementiser);
  if (!closed) return null;
  return { from: at, to: at + 1, head: at, name: { from: at, to: at + 1 }, loose: false, definite: false };
}

/** Verbal nouns by their shape: «تغيير», «انضمام», «استخدام». */
const VERBAL_NOUN = /^(?:ت..ي.|ا.ت.ا.|ان..ا.|است...?ا.)(?:ه|ها|هم|هما)?$/u;

/** «وأكد أهمية …», «ونشرت صورة …»: the verb's object, not who speaks. */
function isObject(reading: Reading, phrase: Phrase): boolean {
  const { tokens, language } = reading;
  const head = tokens[phrase.head];
  if (!head || tokens[phrase.from]?.kind === 'mark') return false;
  // «وعزا الوفيات الثماني إلى …»: things, nobody that is known to speak.
  if (head.article && phrase.name === null && head.classes === 0 && head.stem.length > 4 && head.stem.endsWith('ات'))
    return true;
  if (head.article) return false;
  if (phrase.name?.from === phrase.from && isGivenName(reading, head)) return false;
  if (hasClass(head, HEADS | WordClass.title | WordClass.place | WordClass.anonymous)) return false;
  if (language.objectHeadSet.has(head.core)) return true;
  const second = tokens[phrase.head + 1];
  // «قراءة مغايرة»: a noun and its adjective agree.
  const agrees =
    second?.article === false && second.kind === 'word' && second.key.endsWith('ه') && second.classes === 0;
  const owned = phrase.to > phrase.head + 1 && (second?.article === true || /يه$/u.test(second?.key ?? '') || agrees);
  const possessed = phrase.to > phrase.head + 1 || /(?:ها|هم)$/u.test(head.key);
  const verbalNoun = head.classes === 0 && VERBAL_NOUN.test(head.key) && possessed;
  if (verbalNoun) return true;
  const introduces = hasClass(tokens[phrase.to], WordClass.preposition | WordClass.complementiser);
  return head.classes === 0 && head.key.endsWith('ه') && (owned || (phrase.to === phrase.head + 1 && !introduces));
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
  if (!aside) return mention;
  const closed = aside.to >= limit || tokens[aside.to]?.kind === 'punctuation';
  if (!closed) return mention;
  // «موزع الفيلم، شركة "نخلة"،»: the office is held by a body.
  if (
    !aside.name &&
    hasClass(tokens[aside.head], WordClass.organization | WordClass.media) &&
    !tokens[aside.head]?.article
  )
    return { ...describePhrase(reading, aside), from: phrase.from, start: mention.start, lead: mention.lead };
  if (!aside.name || aside.loose) return mention;
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
