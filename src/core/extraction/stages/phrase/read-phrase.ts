import { type Token } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';
import { continuesName } from './continues-name.js';
import { isAsideWord } from './is-aside-word.js';
import { isGivenName } from './is-given-name.js';
import { joinsNoun } from './joins-noun.js';
import { prepositionOf } from './preposition-of.js';
import { trimEnd } from './trim-end.js';
import { isReport } from './is-report.js';
import { endsAsAdjective, hasSuffix, isAdjective, isPlural } from './word-shape.js';
import { linksOn } from './links-on.js';
import { passPunctuation } from './pass-punctuation.js';
import { HEADS, NAMERS, NOUNS, STOPS } from './phrase-classes.js';
import { type Phrase } from './phrase.js';

const LONGEST = 28;
const LONGEST_NAME = 6;

/** How far a phrase has come. */
type State =
  /** Nothing yet but determiners. */
  | 'start'
  /** After an indefinite noun, which may still take a complement: «رئيس». */
  | 'open'
  /** After an indefinite noun and its adjective, which take none: «مسؤول أمني». */
  | 'described'
  /** After a definite noun or a proper complement: «رئيس الوزراء», «محافظ نينوى». */
  | 'closed'
  /** After a title: «الدكتور». */
  | 'titled'
  /** Inside a personal name. */
  | 'named';

/**
 * Reads the noun phrase at token `from` of a language that fuses its article: offices in construct chains, adjectives,
 * linked phrases, then a name. «نائب رئيس لجنة الطاقة في البرلمان سالم العوفي»: after an indefinite noun comes its
 * complement, after a definite one an indefinite word can only be the name. `strict` stops before anything that could
 * begin a clause of its own.
 */
export function readPhrase(reading: Reading, from: number, limit: number, strict = false): Phrase | null {
  const { tokens, language, opening } = reading;
  let state = 'start' as State;
  let head = -1;
  let name = -1;
  let nameEnd = -1;
  let loose = false;
  let definite = false;
  let at = from;
  const given = (token: Token | undefined): boolean => token?.kind === 'word' && isGivenName(reading, token);
  const qualifies = (token: Token): boolean => hasClass(token, WordClass.modifier) || language.governs(token.key);
  const plain = (token: Token | undefined): boolean =>
    token?.kind === 'word' && !hasClass(token, NOUNS | WordClass.modifier | WordClass.place | WordClass.title);
  const startName = (): void => {
    if (name === -1) name = at;
    state = 'named';
    loose = false;
  };
  const endName = (): void => {
    if (name !== -1 && nameEnd === -1) nameEnd = at;
  };
  const headIs = (classes: number): boolean => hasClass(tokens[head], classes);

  for (; at < limit && at < from + LONGEST; at++) {
    const token = tokens[at];
    if (!token || token.kind === 'number') {
      // «القناة 12», «مجموعة 20»
      if (token && at > from && hasClass(tokens[at - 1], WordClass.media | WordClass.group | WordClass.organization))
        continue;
      break;
    }
    if (token.kind === 'mark') {
      const pair = opening.get(at);
      if (!pair || pair.close === -1 || pair.close > limit || pair.close - at > 7) break;
      const names = state === 'start' || state === 'open' || (state === 'closed' && hasClass(tokens[at - 1], NAMERS));
      const nickname = state === 'named' && at === name + 1 && pair.close - at <= 4 && pair.close + 1 < limit;
      if (!names && !nickname) break;
      if (state === 'start') head = at + 1;
      if (names) state = 'closed';
      at = pair.close;
      continue;
    }
    if (token.kind === 'punctuation') {
      const bracket = state === 'open' || state === 'closed' || state === 'described';
      const past = passPunctuation(reading, from, at, limit, bracket);
      if (past === -1) break;
      at = past;
      continue;
    }
    if (hasClass(token, STOPS) && !given(token)) break;
    if (isAsideWord(reading, token)) break;
    if ((token.key === 'و' || token.conjunction > 0) && at > from) {
      if (state === 'named' || !joinsNoun(tokens, at)) break;
      if (token.key === 'و') continue;
    }
    if (hasClass(token, WordClass.time) && !hasClass(token, WordClass.modifier) && !given(token)) break;
    const preposition = given(token) ? '' : prepositionOf(reading, token);
    if (preposition !== '') {
      if (at > from) {
        if (state === 'named' || state === 'start' || !linksOn(reading, from, at, preposition)) break;
        state = 'open';
        if (token.preposition === '') continue;
      } else if (token.preposition === '') return null;
    }
    if (language.publishes(token.key)) break;
    if (
      (hasClass(token, WordClass.verb) || isReport(reading, token)) &&
      !token.article &&
      !given(token) &&
      !hasClass(token, NOUNS | WordClass.modifier | WordClass.place | WordClass.title)
    ) {
      const bound = state === 'named' && language.nameParticleSet.has(tokens[at - 1]?.core ?? '');
      const foreign =
        bound || (state === 'named' && at === name + 1 && given(tokens[name]) && !language.classOf.has(token.key));
      // «حادث تحطم الطائرة»: after a noun that waits for its complement a verbal noun, though it looks like a verb.
      const verbalNoun = state === 'open' && /^ت[^ا]{3}$/u.test(token.key) && tokens[at + 1]?.article === true;
      if (!foreign && !verbalNoun) break;
    }
    if (hasClass(token, WordClass.adverb) && !hasClass(token, HEADS)) break;
    if (hasClass(token, WordClass.determiner) && state !== 'start' && !hasClass(token, HEADS)) break;
    if (!step(token)) break;
  }
  const to = trimEnd(tokens, from, at);
  if (to <= from || head === -1) return null;
  const named = name === -1 ? null : { from: name, to: nameEnd === -1 ? to : Math.min(nameEnd, to) };
  return { from, to, head, name: named, loose, definite };

  /** Takes one word into the phrase; false where it cannot belong to it. */
  function step(token: Token): boolean {
    const next = at + 1 < limit ? tokens[at + 1] : undefined;
    switch (state) {
      case 'start': {
        if (
          hasClass(token, WordClass.determiner) ||
          (hasClass(token, WordClass.modifier) && !token.article && !given(token) && !hasClass(token, HEADS) && next)
        ) {
          head = at;
          return true;
        }
        head = at;
        definite = token.article;
        if (given(token) && !(hasClass(token, WordClass.role) && next?.article === true && !plain(next))) startName();
        else if (hasClass(token, WordClass.title) && !hasClass(token, WordClass.role)) state = 'titled';
        else if (token.article && plain(token) && token.stem.endsWith('ي') && isNameWord(next)) startName();
        else if (token.article) {
          state = 'closed';
          // «الشربجي»: alone it may be a surname.
          if (plain(token) && !isPlural(token) && (!next || !(next.kind === 'word' && (plain(next) || next.article)))) {
            name = at;
            nameEnd = at + 1;
            loose = true;
          }
        } else if (hasClass(token, WordClass.place)) state = 'closed';
        else if (hasClass(token, NOUNS)) state = hasSuffix(token) ? 'closed' : 'open';
        else if (isPlural(token)) state = 'described';
        else startName();
        return true;
      }
      case 'open':
        if (hasClass(token, WordClass.title) && !hasClass(token, WordClass.role | WordClass.organization)) {
          state = 'titled';
        } else if (token.article) {
          state = 'closed';
          if (at === head + 1) definite = true;
        } else if (
          given(token) &&
          !hasClass(token, WordClass.noun) &&
          hasClass(tokens[at - 1], WordClass.role) &&
          headIs(WordClass.role)
        )
          startName();
        else if (hasClass(token, NOUNS)) state = 'open';
        else if (hasClass(token, WordClass.modifier)) state = 'described';
        else if (hasClass(token, WordClass.place)) state = 'closed';
        else if (given(token)) {
          // «مكتب بنيامين نتنياهو»: a person's name as the complement.
          while (at + 1 < limit && isNameWord(tokens[at + 1])) at++;
          state = 'closed';
        } else if (isAdjective(token) && !isNameWord(next)) state = 'described';
        else state = 'closed';
        return true;
      case 'described':
        if (given(token) && headIs(WordClass.role)) {
          startName();
          return true;
        }
        if (token.conjunction > 0 && hasClass(token, NOUNS)) {
          state = 'open';
          return true;
        }
        if (token.article) return hasClass(tokens[at - 1], WordClass.modifier) && !hasClass(token, NOUNS);
        return hasClass(token, WordClass.modifier | WordClass.place) || token.conjunction > 0 || isAdjective(token);
      case 'closed': {
        if (token.article) {
          if (hasClass(token, WordClass.title) && !headIs(WordClass.organization)) {
            state = 'titled';
            return true;
          }
          // «وزارة الخارجية القطرية | الهجوم»: after an adjective no noun.
          // «رئيس مجلس النواب الليبي المستشار عقيلة صالح»: an office that leads up to the name.
          if (
            hasClass(token, WordClass.role) &&
            headIs(WordClass.role) &&
            isNameWord(next) &&
            !endsAsAdjective(token)
          ) {
            state = 'titled';
            return true;
          }
          if (
            !hasClass(token, WordClass.title | WordClass.place | WordClass.modifier) &&
            token.conjunction === 0 &&
            token.preposition === '' &&
            !endsAsAdjective(token) &&
            at > head + 1 &&
            tokens[at - 1]?.article === true &&
            endsAsAdjective(tokens[at - 1])
          )
            return false;
          if (strict && !hasClass(token, WordClass.modifier) && !/(?:ي|يه)$/u.test(token.stem)) return false;
          // «الوزير الحلبي»: a surname or an adjective.
          if (
            at === head + 1 &&
            plain(token) &&
            tokens[head]?.article === true &&
            headIs(WordClass.role | WordClass.title) &&
            (!next || next.kind !== 'word' || !(plain(next) || next.article))
          ) {
            name = at;
            nameEnd = at + 1;
            loose = true;
          }
          return true;
        }
        if (hasClass(token, WordClass.place) && !given(token)) return true;
        const institution =
          headIs(WordClass.organization | WordClass.media | WordClass.document | WordClass.group | WordClass.place) &&
          !headIs(WordClass.role);
        if (given(token)) {
          if (!institution) startName();
          return true;
        }
        if (hasClass(token, WordClass.title)) {
          state = 'titled';
          return true;
        }
        // «ختم المدرب حديثه»
        if (token.stem !== token.key && /(?:ه|ها|هم)$/u.test(token.key) && tokens[at - 1]?.article) return false;
        if (hasClass(token, NOUNS)) {
          if (strict || institution)
            return token.conjunction > 0 || (hasClass(token, WordClass.media) && headIs(WordClass.media));
          state = 'open';
          return true;
        }
        if (hasClass(token, WordClass.modifier)) return token.conjunction > 0;
        if (institution) return !strict && tokens[at - 1]?.article !== true;
        // «محامي أسر قبطية»: an adjective of an indefinite complement.
        if (tokens[at - 1]?.article === false && /(?:يه|يين|يات)$/u.test(token.stem) && !isNameWord(next)) return true;
        if (strict && (next?.article === true || !isNameWord(next) || /(?:ه|ات|ين|ون)$/u.test(token.key))) return false;
        startName();
        return true;
      }
      case 'titled':
        if (hasClass(token, HEADS) && !given(token)) {
          // «المهندس إمام عبد المنعم»
          if (!token.article && given(next)) startName();
          else state = token.article ? 'closed' : 'open';
        } else if (hasClass(token, WordClass.title)) state = 'titled';
        else if (token.article && (qualifies(token) || (endsAsAdjective(token) && isNameWord(next)))) state = 'closed';
        else startName();
        return true;
      case 'named': {
        const length = at - name;
        if (nameEnd !== -1 || length >= LONGEST_NAME) return false;
        if (given(token)) return true;
        const lastWord = !next || next.kind !== 'word' || hasClass(next, STOPS | WordClass.preposition);
        if (
          hasClass(token, HEADS | WordClass.title | WordClass.occasion) &&
          (length > 1 || !token.article) &&
          !(length === 1 && lastWord)
        ) {
          if (strict) return false;
          endName();
          state = token.article ? 'closed' : 'open';
          return true;
        }
        return continuesName(reading, name, name > from, at, strict);
      }
    }
  }

  function isNameWord(token: Token | undefined): boolean {
    return (
      given(token) ||
      (token?.kind === 'word' && token.classes === 0 && token.preposition === '' && token.conjunction === 0)
    );
  }
}
