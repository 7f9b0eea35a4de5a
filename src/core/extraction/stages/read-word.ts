import { foldWord } from '../fold-word.js';
import { type CompiledLanguage } from '../languages/compile-language.js';
import { WordClass } from '../languages/word-class.js';
import { type Token } from '../draft.js';

/** All of a word token but its place and kind. */
export type WordReading = Pick<
  Token,
  'key' | 'core' | 'stem' | 'classes' | 'conjunction' | 'preposition' | 'prefix' | 'capital' | 'article'
>;

const FIRST_UPPER = /^\p{Lu}/u;
/** Classes of words that only verbs carry. */
const VERBAL = WordClass.verb | WordClass.hearsay | WordClass.future | WordClass.auxiliary;
const SUFFIXES = ['هما', 'ها', 'هم', 'هن', 'نا', 'كم', 'ه'];

/** Code units of `raw` that make up its first `letters` letters, their diacritics included. */
function unitsOf(raw: string, letters: number): number {
  let units = 0;
  for (let seen = 0; units < raw.length; units++) {
    if (foldWord(raw[units] ?? '') === '') continue;
    if (seen === letters) break;
    seen++;
  }
  return units;
}

/**
 * Folds a word, parts it from what is fused to its start and looks up its classes.
 * «وللوزير» gives conjunction «و», preposition «ل», article, stem «وزير».
 */
export function readWord(raw: string, language: CompiledLanguage): WordReading {
  const key = foldWord(raw);
  const capital = FIRST_UPPER.test(raw);
  if (language.article === '') {
    const classes = language.classOf.get(key) ?? language.guess(key);
    return { key, core: key, stem: key, classes, conjunction: 0, preposition: '', prefix: 0, capital, article: false };
  }
  const known = (word: string): boolean =>
    language.classOf.has(word) || language.cuesOf.has(word) || language.givenNameSet.has(word);
  // «فانس» is a name, not «ف» with «أنس».
  const onlyName = (word: string): boolean =>
    language.givenNameSet.has(word) && !language.classOf.has(word) && !language.cuesOf.has(word);
  const bare = (word: string): string =>
    word.startsWith(language.article) && word.length > language.article.length + 1
      ? word.slice(language.article.length)
      : word;
  const surely = (word: string): boolean =>
    known(word) || (word.startsWith(language.article) && word.length > 4) || seemsPrefixed(word);
  const seems = (word: string): boolean =>
    known(word) || (word.startsWith(language.article) && word.length > 4) || language.guess(word) !== 0;

  let core = key;
  let cut = 0;
  if (!known(key)) {
    for (const letter of language.conjunctions) {
      const rest = key.slice(letter.length);
      if (
        key.startsWith(letter) &&
        rest.length > 1 &&
        (letter === 'ف' ? surely(rest) && !onlyName(rest) : seems(rest) || seemsPrefixed(rest))
      ) {
        core = rest;
        cut = letter.length;
        break;
      }
    }
  }
  function seemsPrefixed(word: string): boolean {
    if (word.startsWith('لل') && word.length > 4) return true;
    return language.prefixes.some(
      (letter) => word.startsWith(letter) && word.length > 3 && (known(word.slice(1)) || word.startsWith('ال', 1)),
    );
  }

  let preposition = '';
  let rest = core;
  let article = false;
  if (!known(core) && !known(bare(core))) {
    if (core.startsWith('لل') && core.length > 4) {
      preposition = 'ل';
      rest = core.slice(2);
      article = true;
    } else {
      for (const letter of language.prefixes) {
        const word = core.slice(letter.length);
        const definite = word.startsWith(language.article) && word.length > 3;
        if (
          core.startsWith(letter) &&
          word.length > 2 &&
          ((letter === 'ل' ? known(word) : language.classOf.has(word) && !isVerb(word)) ||
            definite ||
            knownWithSuffix(word))
        ) {
          preposition = letter;
          rest = word;
          break;
        }
      }
    }
  }
  /** «كيري» is no «ك» with a verb: of the prepositions «ل» alone stands before verbs. */
  function isVerb(word: string): boolean {
    return ((language.classOf.get(word) ?? 0) & WordClass.verb) !== 0;
  }
  function knownWithSuffix(word: string): boolean {
    return SUFFIXES.some((suffix) => {
      if (!word.endsWith(suffix) || word.length - suffix.length < 3) return false;
      const base = word.slice(0, -suffix.length);
      return language.classOf.has(base) || (base.endsWith('ت') && language.classOf.has(`${base.slice(0, -1)}ه`));
    });
  }

  let stem = rest;
  // «الوزير» is a title as it stands, and «وزير» with its article.
  const titled = ((language.classOf.get(rest) ?? 0) & WordClass.title) !== 0;
  if ((!known(rest) || titled) && bare(rest) !== rest) {
    stem = bare(rest);
    article = true;
  }
  let classes = language.classOf.get(rest) ?? language.classOf.get(stem) ?? 0;
  if (titled) classes |= language.classOf.get(stem) ?? 0;
  if (classes === 0 && !language.cuesOf.has(core) && !language.givenNameSet.has(rest)) {
    for (const base of basesOf(stem, article)) {
      const found = language.classOf.get(base);
      if (found === undefined) continue;
      // «دلتا» is no «دلت» with an ending: verbs stand in the list with all of theirs, but for their objects.
      if ((found & ~VERBAL) === 0 && !(SUFFIXES.some((suffix) => stem.endsWith(suffix)) && !article)) continue;
      classes = found;
      stem = base;
      break;
    }
    if (classes === 0 && isOfPlace(stem)) classes = WordClass.modifier;
    if (classes === 0 && preposition === '' && !article) classes = language.guess(rest);
  }
  /** «بوسني», «أنغولية»: of a known place. */
  function isOfPlace(word: string): boolean {
    const base = /^(.{3,}?)(?:يه|ي|يون|يين)$/u.exec(word)?.[1];
    return base !== undefined && ['', 'ا', 'ه', 'يا'].some((end) => isPlace(base + end));
  }
  function isPlace(word: string): boolean {
    return ((language.classOf.get(word) ?? language.classOf.get(language.article + word) ?? 0) & WordClass.place) !== 0;
  }
  // «آن» folds like «أن», but is a name.
  if (raw.startsWith('آ') && (classes & (WordClass.complementiser | WordClass.pronoun)) !== 0) classes = 0;
  const conjunction = cut ? unitsOf(raw, cut) : 0;
  const prefix = preposition ? unitsOf(raw, cut + 1) : conjunction;
  return { key, core, stem, classes, conjunction, preposition, prefix, capital, article };
}

/** Dictionary forms that a word may come from: without accusative alef, dual and plural ending, possessive pronoun. */
function* basesOf(stem: string, article: boolean): Generator<string> {
  if (stem.length < 4) return;
  // «أمينها» is hers, no «أمينة».
  if (stem.endsWith('ا') && !stem.endsWith('ها')) yield stem.slice(0, -1);
  if (stem.length > 4 && /(?:ون|ين|ان|ات)$/u.test(stem)) {
    yield stem.slice(0, -2);
    yield `${stem.slice(0, -2)}ه`;
  }
  if (stem.endsWith('يه')) yield stem.slice(0, -1);
  if (stem.endsWith('ه')) yield stem.slice(0, -1);
  if (article) return;
  for (const suffix of SUFFIXES) {
    if (!stem.endsWith(suffix) || stem.length - suffix.length < 3) continue;
    const base = stem.slice(0, -suffix.length);
    yield base;
    if (base.endsWith('ت')) yield `${base.slice(0, -1)}ه`;
  }
}
