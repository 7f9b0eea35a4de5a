import { type Token } from '../draft.js';
import { type CompiledLanguage } from '../languages/compile-language.js';
import { readWord, type WordReading } from './read-word.js';

const enum Kind {
  Space,
  Letter,
  Digit,
  Punctuation,
  Mark,
  Apostrophe,
  Invisible,
}

const MARKS = '«»“”„‟"‹›＂〝〞「」『』';
const APOSTROPHES = "'’‘‚ʼ＇";

/** One class for each UTF-16 code unit, made once: the scan over a text then costs one array look-up a character. */
const kindOf = ((): Uint8Array => {
  const table = new Uint8Array(0x10000);
  const space = /\s/u;
  const letter = /[\p{L}\p{M}_]/u;
  const digit = /\p{Nd}/u;
  const invisible = /[\p{Cf}\u0640]/u;
  for (let unit = 0; unit < 0x10000; unit++) {
    const character = String.fromCharCode(unit);
    let kind = Kind.Punctuation;
    if (MARKS.includes(character)) kind = Kind.Mark;
    else if (APOSTROPHES.includes(character)) kind = Kind.Apostrophe;
    else if (space.test(character)) kind = Kind.Space;
    else if (unit === 0x640 || letter.test(character)) kind = Kind.Letter;
    else if (digit.test(character)) kind = Kind.Digit;
    else if (invisible.test(character) || unit < 0x20) kind = Kind.Invisible;
    table[unit] = kind;
  }
  return table;
})();

const EMPTY: WordReading = {
  key: '',
  core: '',
  stem: '',
  classes: 0,
  conjunction: 0,
  preposition: '',
  prefix: 0,
  capital: false,
  article: false,
};

/** Readings of words met before, by language: a word reads the same in every article. Emptied when it grows past `MOST`. */
const known = new WeakMap<CompiledLanguage, Map<string, WordReading>>();
const MOST = 100_000;

/**
 * Cuts a text into words, numbers, punctuation and quotation marks. Invisible characters belong to a word only inside it.
 * Each different word is read once, so that the cost of the lexicon does not grow with the text.
 */
export function tokenize(text: string, language: CompiledLanguage): Token[] {
  const tokens: Token[] = [];
  let readings = known.get(language);
  if (!readings || readings.size > MOST) known.set(language, (readings = new Map<string, WordReading>()));
  const seen = readings;
  const kindAt = (offset: number): Kind =>
    offset < text.length ? (kindOf[text.charCodeAt(offset)] as Kind) : Kind.Space;
  const word = (start: number, end: number): void => {
    const raw = text.slice(start, end);
    let reading = seen.get(raw);
    if (!reading) seen.set(raw, (reading = readWord(raw, language)));
    tokens.push({ start, end, kind: 'word', ...reading });
  };
  const other = (start: number, end: number, kind: Token['kind']): void => {
    const key = text.slice(start, end);
    tokens.push({ start, end, kind, ...EMPTY, key, core: key, stem: key });
  };

  let at = 0;
  while (at < text.length) {
    const kind = kindAt(at);
    if (kind === Kind.Space || kind === Kind.Invisible) at++;
    else if (kind === Kind.Letter) at = wordFrom(at);
    else if (kind === Kind.Digit) at = numberFrom(at);
    else if (kind === Kind.Apostrophe) {
      // "Ebbers's", "John's": the possessive is a word of its own, so that a name stays clean.
      const possessive =
        /^s$/i.test(text[at + 1] ?? '') && kindAt(at + 2) !== Kind.Letter && kindAt(at - 1) === Kind.Letter;
      // Old wire copy writes a double mark as two apostrophes.
      const double = text[at + 1] === text[at];
      if (possessive) word(at, at + 2);
      else other(at, at + (double ? 2 : 1), 'mark');
      at += possessive || double ? 2 : 1;
    } else {
      other(at, at + 1, kind === Kind.Mark ? 'mark' : 'punctuation');
      at++;
    }
  }
  return tokens;

  function wordFrom(start: number): number {
    let end = start + 1;
    for (;;) {
      const kind = kindAt(end);
      if (kind === Kind.Letter || kind === Kind.Digit) end++;
      else if (kind === Kind.Invisible && kindAt(end + 1) === Kind.Letter) end += 2;
      else if (kind === Kind.Apostrophe && kindAt(end + 1) === Kind.Letter) {
        if (language.elisionSet.has(text.slice(start, end).toLowerCase())) {
          word(start, end + 1);
          return end + 1;
        }
        if (language.script === 'latin' && /^s$/i.test(text[end + 1] ?? '') && kindAt(end + 2) !== Kind.Letter) break;
        end += 2;
      } else if (text[end] === '.' && end === start + 1 && kindAt(end + 1) === Kind.Letter && text[end + 2] === '.') {
        // "U.S.", "E.U.": initials with their stops are one word.
        while (kindAt(end + 1) === Kind.Letter && text[end + 2] === '.') end += 2;
        end++;
        break;
      } else break;
    }
    word(start, end);
    return end;
  }

  function numberFrom(start: number): number {
    let end = start + 1;
    for (;;) {
      const kind = kindAt(end);
      if (kind === Kind.Digit || kind === Kind.Letter) end++;
      else if ('.,،٫٬/:'.includes(text[end] ?? ' ') && kindAt(end + 1) === Kind.Digit) end += 2;
      else break;
    }
    other(start, end, 'number');
    return end;
  }
}
