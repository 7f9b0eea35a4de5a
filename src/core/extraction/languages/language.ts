import { type ClaimLexicon } from './claim-sign.js';
import { type WordClassName } from './word-class.js';

/** What may carry the content of a reporting expression. */
export type Complement =
  /** A clause after a complementiser: «قال إن …», "said that …". */
  | 'that'
  /** Words in marks or after a colon. */
  | 'direct'
  /** A clause with no complementiser: "said prices rose". */
  | 'clause'
  /** A noun phrase: «نفى وجود …», "denied fraud". */
  | 'object'
  /** A verb in the infinitive: "urged them to leave". */
  | 'infinitive';

/** How a reporting expression behaves. */
export interface CueSense {
  readonly form: 'verb' | 'participle' | 'according' | 'noun';
  readonly act: 'say' | 'deny' | 'call' | 'accuse' | 'describe';
  readonly takes: readonly Complement[];
  /** Folded prepositions that open the noun phrase («دعا إلى», "called for"); empty where it follows bare. */
  readonly prepositions: readonly string[];
  /** Gender and number of the subject as the form shows them. */
  readonly agreement: '' | 'm' | 'f' | 'p';
  /** Also an everyday verb: counts only with a complementiser or with marks right beside it. */
  readonly weak: boolean;
}

/** A row of a language's cue table: one or more words (folded by the compiler) and their sense. */
export interface CueRow {
  readonly words: string;
  readonly sense: CueSense;
}

/** What a claim may be about; each is a reason for or against checking it. */
export type Topic =
  'money' | 'casualties' | 'law' | 'conflict' | 'politics' | 'accusation' | 'record' | 'cause' | 'quantity' | 'vague';

/** A language as data. Word lists are strings of words parted by spaces; they are folded when compiled. */
export interface Language {
  /** ISO 639-1. */
  readonly code: string;
  readonly script: 'arabic' | 'latin';
  /** Very frequent small words by which the language is told from others of its script. */
  readonly markers: string;
  readonly words: Partial<Record<WordClassName, string>>;
  readonly cues: readonly CueRow[];
  /** Fused to the start of words: conjunctions, prepositions, the article. */
  readonly conjunctions: readonly string[];
  readonly prefixes: readonly string[];
  readonly article: string;
  /** Words that are cut off before an apostrophe («l'accord»). */
  readonly elisions: string;
  /** Where a subject stands first: after its verb or before it. */
  readonly subject: 'after' | 'before';
  /** Prepositions, also fused ones, that may stand inside the words for a speaker («باحثون من …», "head of …"). */
  readonly links: string;
  /** Given names of men and of women: where one follows an office, the person's name begins. */
  readonly givenNames: { readonly male: string; readonly female: string };
  /** Nouns and adjectives that ask for a preposition of their own («مسؤول عن», «مبعوث إلى», «صادر عن»). */
  readonly asking: string;
  /** Prepositions after which a relayed source stands («نقل عن …»). */
  readonly sources: string;
  /** Heads of documents that stand for whoever issued them («بيان», «تقرير»). */
  readonly issued: string;
  /** Whether a word says with a fused object that somebody published something («نشرتها», «أصدره»). */
  readonly publishes: (key: string) => boolean;
  /** Whether a definite word asks for a preposition that belongs to it («المختص بالجرائم», «المعترف بها»). */
  readonly governs: (key: string) => boolean;
  /** Words by which an article says that it withholds a name. */
  readonly withheld: string;
  /** Endings and heads by which a noun phrase starts that follows a subject without a mark between («نفى الوزير وجود …»). */
  readonly objectHeads: string;
  /** Prepositions after which the matter of an allegation stands («تقارير عن …», "reports of …"). */
  readonly matters: string;
  /** Signs by which claims are found, parted and judged. */
  readonly claims: ClaimLexicon;
  /** Words by topic that make a claim worth checking, or not; the topics are the reasons of `judgeWorth`. */
  readonly topics: Readonly<Partial<Record<Topic, string>>>;
  /** Abbreviations whose full stop ends no sentence, without the stop. */
  readonly abbreviations: string;
  /** First words of a byline. */
  readonly bylines: string;
  /** Words that occur in the credit of a photograph. */
  readonly credits: string;
  /** Labels of questions and of answers in a transcript. */
  readonly turns: string;
  /** Guesses the classes of a word that no list has from its shape; 0 where it cannot say. */
  readonly guess: (key: string) => number;
}
