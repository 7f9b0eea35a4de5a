import { foldWord } from '../fold-word.js';
import { ClaimSign, type ClaimSignName } from './claim-sign.js';
import { type CueSense, type Language, type SubjectFirstGrammar, type Topic } from './language.js';
import { WordClass, type WordClassName } from './word-class.js';

/** A cue's words after the first, and its sense. */
export interface CueEntry {
  readonly rest: readonly string[];
  readonly sense: CueSense;
  /** Further senses of the same words, tried in turn ("warned that", "warned of"). */
  readonly others: readonly CueSense[];
}

/** The lists of `SubjectFirstGrammar` as sets. */
export type CompiledGrammar = {
  readonly [
    Key in Exclude<keyof SubjectFirstGrammar, 'genderOf' | 'standsFor' | 'betweens' | 'participles'>
  ]: SubjectFirstGrammar[Key] extends string ? ReadonlySet<string> : boolean;
} & {
  readonly genderOf: (key: string) => '' | 'm' | 'f';
  readonly participles: RegExp;
  readonly standsFor: ReadonlyMap<string, ReadonlySet<string>>;
  /** By their last word, the words before it from the nearest outwards. */
  readonly betweens: ReadonlyMap<string, readonly (readonly string[])[]>;
};

/** A sign phrase after its first word, and the signs it carries. */
export interface SignEntry {
  readonly rest: readonly string[];
  readonly signs: number;
}

/** How negations are taken out, by folded word. */
export interface Affirmation {
  readonly replace: ReadonlyMap<string, string>;
  readonly fuse: ReadonlyMap<string, string>;
  readonly elide: ReadonlyMap<string, string>;
  readonly hard: ReadonlySet<string>;
  readonly needsVerb: ReadonlySet<string>;
  readonly plural: string;
  readonly mass: ReadonlySet<string>;
  readonly vowels: string;
  readonly tensing: string;
  readonly tensed: ReadonlyMap<string, string>;
}

/** A language made ready for look-ups by folded word. */
export interface CompiledLanguage extends Language {
  readonly classOf: ReadonlyMap<string, number>;
  /** By first word, longest entry first. */
  readonly cuesOf: ReadonlyMap<string, readonly CueEntry[]>;
  readonly elisionSet: ReadonlySet<string>;
  readonly abbreviationSet: ReadonlySet<string>;
  readonly bylineSet: ReadonlySet<string>;
  readonly creditSet: ReadonlySet<string>;
  readonly linkSet: ReadonlySet<string>;
  readonly givenNameSet: ReadonlySet<string>;
  readonly femaleNameSet: ReadonlySet<string>;
  readonly askingSet: ReadonlySet<string>;
  readonly sourceSet: ReadonlySet<string>;
  readonly issuedSet: ReadonlySet<string>;
  readonly withheldSet: ReadonlySet<string>;
  readonly objectHeadSet: ReadonlySet<string>;
  readonly matterSet: ReadonlySet<string>;
  readonly turnSet: ReadonlySet<string>;
  readonly questionTurnSet: ReadonlySet<string>;
  readonly interviewSet: ReadonlySet<string>;
  readonly nameParticleSet: ReadonlySet<string>;
  readonly turningSet: ReadonlySet<string>;
  readonly anySourceSet: ReadonlySet<string>;
  readonly titlerSet: ReadonlySet<string>;
  readonly blameSet: ReadonlySet<string>;
  readonly limitSet: ReadonlySet<string>;
  readonly answerSet: ReadonlySet<string>;
  readonly topicSet: ReadonlySet<string>;
  readonly markerSet: ReadonlySet<string>;
  readonly order: CompiledGrammar;
  /** Sign phrases by first word. */
  readonly signsOf: ReadonlyMap<string, readonly SignEntry[]>;
  readonly affirmation: Affirmation;
  readonly topicOf: ReadonlyMap<string, readonly Topic[]>;
}

const compiled = new WeakMap<Language, CompiledLanguage>();

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean).map(foldWord));

/** "boss chief:director|…": each word left of a colon with the set of those to its right. */
function listsOf(lists: string): ReadonlyMap<string, ReadonlySet<string>> {
  const index = new Map<string, ReadonlySet<string>>();
  for (const list of lists.split('|')) {
    const [words = '', targets = ''] = list.split(':');
    const known = setOf(targets);
    for (const word of setOf(words)) index.set(word, known);
  }
  return index;
}

function backwards(phrases: string): ReadonlyMap<string, readonly (readonly string[])[]> {
  const index = new Map<string, string[][]>();
  for (const phrase of phrases.split('|').filter(Boolean)) {
    const [last = '', ...rest] = phrase.split(' ').map(foldWord).reverse();
    index.set(last, [...(index.get(last) ?? []), rest]);
  }
  return index;
}

function compileGrammar(grammar: SubjectFirstGrammar | undefined): CompiledGrammar {
  return {
    passives: setOf(grammar?.passives ?? ''),
    reflexives: setOf(grammar?.reflexives ?? ''),
    genitives: setOf(grammar?.genitives ?? ''),
    agents: setOf(grammar?.agents ?? ''),
    modals: setOf(grammar?.modals ?? ''),
    infinitives: setOf(grammar?.infinitives ?? ''),
    continuations: setOf(grammar?.continuations ?? ''),
    participleLeads: setOf(grammar?.participleLeads ?? ''),
    infinitiveHeads: setOf(grammar?.infinitiveHeads ?? ''),
    questionHeads: setOf(grammar?.questionHeads ?? ''),
    pronounsFeminine: setOf(grammar?.pronounsFeminine ?? ''),
    pronounsMasculine: setOf(grammar?.pronounsMasculine ?? ''),
    pronounsPlural: setOf(grammar?.pronounsPlural ?? ''),
    female: setOf(grammar?.female ?? ''),
    male: setOf(grammar?.male ?? ''),
    plural: setOf(grammar?.plural ?? ''),
    indefinites: setOf(grammar?.indefinites ?? ''),
    numerals: setOf(grammar?.numerals ?? ''),
    demonstratives: setOf(grammar?.demonstratives ?? ''),
    possessives: setOf(grammar?.possessives ?? ''),
    latters: setOf(grammar?.latters ?? ''),
    betweens: backwards(grammar?.betweens ?? ''),
    expletives: setOf(grammar?.expletives ?? ''),
    impersonals: setOf(grammar?.impersonals ?? ''),
    emphatics: setOf(grammar?.emphatics ?? ''),
    participles: grammar?.participles ?? /(?!)/u,
    singulars: setOf(grammar?.singulars ?? ''),
    spokespersons: setOf(grammar?.spokespersons ?? ''),
    issuings: setOf(grammar?.issuings ?? ''),
    replies: setOf(grammar?.replies ?? ''),
    partials: setOf(grammar?.partials ?? ''),
    standsFor: listsOf(grammar?.standsFor ?? ''),
    bodies: setOf(grammar?.bodies ?? ''),
    issued: setOf(grammar?.issued ?? ''),
    asides: setOf(grammar?.asides ?? ''),
    namings: setOf(grammar?.namings ?? ''),
    genderOf: grammar?.genderOf ?? (() => ''),
    innerReports: grammar?.innerReports ?? false,
    bareClauses: grammar?.bareClauses ?? false,
  };
}

/** Folds a language's word lists and indexes them; each language is compiled once. */
export function compileLanguage(language: Language): CompiledLanguage {
  const known = compiled.get(language);
  if (known) return known;
  const classOf = new Map<string, number>();
  for (const [name, words] of Object.entries(language.words) as [WordClassName, string][]) {
    for (const word of setOf(words)) classOf.set(word, (classOf.get(word) ?? 0) | WordClass[name]);
  }
  const cuesOf = new Map<string, CueEntry[]>();
  for (const row of language.cues) {
    const [first = '', ...rest] = row.words.split(' ').map(foldWord);
    const entries = cuesOf.get(first) ?? [];
    const sense = { ...row.sense, prepositions: row.sense.prepositions.map(foldWord) };
    const same = entries.findIndex((entry) => entry.rest.join(' ') === rest.join(' '));
    const known = entries[same];
    if (known) entries[same] = { ...known, others: [...known.others, sense] };
    else entries.push({ rest, sense, others: [] });
    cuesOf.set(first, entries);
  }
  for (const entries of cuesOf.values()) entries.sort((a, b) => b.rest.length - a.rest.length);
  const topicOf = new Map<string, Topic[]>();
  for (const [topic, words] of Object.entries(language.topics) as [Topic, string][]) {
    for (const word of setOf(words)) topicOf.set(word, [...(topicOf.get(word) ?? []), topic]);
  }
  const result: CompiledLanguage = {
    ...language,
    classOf,
    cuesOf,
    elisionSet: setOf(language.elisions),
    abbreviationSet: setOf(language.abbreviations),
    bylineSet: setOf(language.bylines),
    creditSet: setOf(language.credits),
    linkSet: setOf(language.links),
    givenNameSet: setOf(`${language.givenNames.male} ${language.givenNames.female}`),
    femaleNameSet: setOf(language.givenNames.female),
    askingSet: setOf(language.asking),
    sourceSet: setOf(language.sources),
    issuedSet: setOf(language.issued),
    withheldSet: setOf(language.withheld),
    objectHeadSet: setOf(language.objectHeads),
    matterSet: setOf(language.matters),
    order: compileGrammar(language.grammar),
    topicOf,
    signsOf: signsOf(language),
    affirmation: affirmationOf(language),
    markerSet: setOf(language.markers),
    turnSet: setOf(language.turns),
    questionTurnSet: setOf(language.questionTurns),
    interviewSet: setOf(language.interviews),
    nameParticleSet: setOf(language.nameParticles ?? ''),
    turningSet: setOf(language.turnings ?? ''),
    anySourceSet: setOf(language.anySource ?? ''),
    titlerSet: setOf(language.titlers ?? ''),
    blameSet: setOf(language.blames ?? ''),
    limitSet: setOf(language.limits ?? ''),
    answerSet: setOf(language.answers ?? ''),
    topicSet: setOf(language.topicLeads ?? ''),
  };
  compiled.set(language, result);
  return result;
}

/** Indexes the sign phrases by their folded first word; what they share is added up. */
function signsOf(language: Language): ReadonlyMap<string, readonly SignEntry[]> {
  const index = new Map<string, { rest: string[]; signs: number }[]>();
  for (const [name, phrases] of Object.entries(language.claims.signs) as [ClaimSignName, string][]) {
    for (const phrase of phrases.split('|')) {
      const [first = '', ...rest] = phrase
        .trim()
        .replaceAll('’', "'")
        .replace(/(?<=')(?=[\p{L}])/gu, language.elisions ? ' ' : '')
        .split(/\s+/u)
        .map(foldWord);
      if (first === '') continue;
      const entries = index.get(first) ?? [];
      const same = entries.find((entry) => entry.rest.join(' ') === rest.join(' '));
      if (same) same.signs |= ClaimSign[name];
      else entries.push({ rest, signs: ClaimSign[name] });
      index.set(first, entries);
    }
  }
  return index;
}

function affirmationOf(language: Language): Affirmation {
  const pairs = (words: string): Map<string, string> =>
    new Map(
      words
        .split(' ')
        .filter(Boolean)
        .map((pair): [string, string] => {
          const [from = '', to = ''] = pair.split(':');
          return [foldWord(from), to.replaceAll('_', ' ')];
        }),
    );
  const { replace, fuse, elide, hard, needsVerb, plural, mass, vowels, tensing, tensed } = language.claims.affirm;
  const phrases = hard.split('|').filter(Boolean);
  return {
    replace: pairs(replace),
    fuse: pairs(fuse),
    elide: pairs(elide),
    needsVerb: setOf(needsVerb),
    plural,
    mass: setOf(mass),
    vowels,
    tensing: foldWord(tensing),
    tensed: pairs(tensed),
    hard: new Set(phrases.map((phrase) => phrase.split(' ').map(foldWord).join(' '))),
  };
}
