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
  /** Whatever follows, though no verb is known in it: "said prices wobble". */
  | 'speech'
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
  /** Its object counts only where it begins with one of `objectHeads`. */
  readonly headed?: boolean;
  /** A form that may be a noun as well ("claims"): counts only beside a subject. */
  readonly nominal?: boolean;
  /** A form that asks for a plural subject ("they say"). */
  readonly plural?: boolean;
  /** A bare infinitive: reports only where another verb leads it («avant de préciser»). */
  readonly infinitive?: boolean;
  /** A source phrase whose own pronoun stands for the speaker («à ses yeux», "in her view"). */
  readonly anaphoric?: boolean;
  /** Also an everyday verb: counts only with a complementiser or with marks right beside it. */
  readonly weak: boolean;
}

/** A row of a language's cue table: one or more words (folded by the compiler) and their sense. */
export interface CueRow {
  readonly words: string;
  readonly sense: CueSense;
}

/** What the reading of a sentence needs to know of a language that puts its subject before the verb. */
export interface SubjectFirstGrammar {
  /** Forms of the verb that makes a passive of the participle after it ("was told"). */
  readonly passives: string;
  /** Pronouns before an auxiliary by which it makes no passive («s'est insurgé»). */
  readonly reflexives: string;
  /** Prepositions that join a noun to its owner ("of", «du»). */
  readonly genitives: string;
  /** What names the agent of a passive ("by"). */
  readonly agents: string;
  /** Verbs after which a report is only possible or wished for ("could say"). */
  readonly modals: string;
  /** What stands before an infinitive ("to"). */
  readonly infinitives: string;
  /** Words before an infinitive that is nevertheless a report ("went on to say", «avant de préciser»). */
  readonly continuations: string;
  /** Words that may stand between a comma and a participle («tout en rappelant», "while noting"). */
  readonly participleLeads: string;
  /** Infinitives that open a content by themselves («affirme avoir payé»). */
  readonly infinitiveHeads: string;
  /** Words by which a question goes on that somebody asks ("whether"). */
  readonly questionHeads: string;
  /** Pronouns for a woman, and in some languages for a feminine noun. */
  readonly pronounsFeminine: string;
  /** Pronouns for a man. */
  readonly pronounsMasculine: string;
  /** Pronouns for several. */
  readonly pronounsPlural: string;
  /** Words before or in a mention that show a woman: titles, articles, offices, given names. */
  readonly female: string;
  /** The same for a man. */
  readonly male: string;
  /** Articles and numerals that show several. */
  readonly plural: string;
  /** Articles by which something is met for the first time. */
  readonly indefinites: string;
  /** Numerals that a phrase's name keeps ("two officials"). */
  readonly numerals: string;
  /** Words before a noun that point back ("this report"). */
  readonly demonstratives: string;
  /** Words before a noun that say whose it is ("her lawyer"). */
  readonly possessives: string;
  /** Words that with a determiner make a pronoun for whoever was named last («ce dernier», "the latter"). */
  readonly latters: string;
  /** Phrases that may stand between an auxiliary and its participle, parted by "|" («a pour sa part assuré»). */
  readonly betweens: string;
  /** Words that open a sentence without naming anything, capital or not ("There was"). */
  readonly expletives: string;
  /** Pronouns for nobody in person («on»). */
  readonly impersonals: string;
  /** Pronouns that between commas only stress a subject («affirment, elles, …»). */
  readonly emphatics: string;
  /** The shape of past participles that are no finite form; matches nothing where they may be. */
  readonly participles: RegExp;
  /** Articles and pronouns by which one person is brought in ("a", "one", "another"). */
  readonly singulars: string;
  /** Offices that speak for a body on the record. */
  readonly spokespersons: string;
  /** Participles that say who made a document ("a study published by …"). */
  readonly issuings: string;
  /** Nouns that announce words in marks with whoever answers after them («Réponse du maire : "…"»). */
  readonly replies: string;
  /** Words for one or more of a group already met ("one of them", "the other"). */
  readonly partials: string;
  /** Nouns that stand for others already met, as "boss:chief executive|scientists:researchers team". */
  readonly standsFor: string;
  /** Nouns by which any body is called after its name was given ("the firm", "the group"). */
  readonly bodies: string;
  /** Heads of what somebody issues in their own name ("the statement read"). */
  readonly issued: string;
  /** Words after a comma by which the article goes on in its own voice (", as crowds gathered"). */
  readonly asides: string;
  /** Participles of naming: after a negation they say that a name is kept back. */
  readonly namings: string;
  /** The gender that the ending of a noun shows. */
  readonly genderOf?: (key: string) => '' | 'm' | 'f';
  /** Whether an inverted report may stand inside the marks («A, explique-t-il. B»). */
  readonly innerReports: boolean;
  /** Whether a clause may follow its report with nothing between ("said prices rose"). */
  readonly bareClauses: boolean;
}

/** What a claim may be about; each is a reason for or against checking it. */
export type Topic =
  | 'money'
  | 'casualties'
  | 'law'
  | 'conflict'
  | 'politics'
  | 'accusation'
  | 'record'
  | 'cause'
  | 'quantity'
  | 'health'
  | 'deal'
  | 'act'
  | 'change'
  | 'harm'
  | 'vague'
  | 'scene';

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
  readonly grammar?: SubjectFirstGrammar;
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
  /** Those of them that ask. */
  readonly questionTurns: string;
  /** Words by which an article says at its head that it is an interview. */
  readonly interviews: string;
  /** Words in a name that always take one more: «عبد», «أبو», «بن». */
  readonly nameParticles?: string;
  /** Nouns by which a sentence moves on beside its subject: «من جهة أخرى». */
  readonly turnings?: string;
  /** Words before a topic that the sentence answers with a verb of its own: «أما … ف…». */
  readonly topicLeads?: string;
  /** Prepositions after which a complementiser only says when or without what: «قبل أن». */
  readonly limits?: string;
  /** Labels of the answers in a transcript, among `turns`. */
  readonly answers?: string;
  /** Verbs of attitude that go on with what the speaker did, after a report: «أعلنت أن …، ورحبت ب…». */
  readonly attitudes?: (key: string) => boolean;
  /** Nouns before a title or a label in marks: «بعنوان "…"». */
  readonly titlers?: string;
  /** Nouns for what an accused is made to bear: «حمل الوزير الشركة المسؤولية». */
  readonly blames?: string;
  /** Whether a verb ascribes words to whoever stands after its preposition: «نسبت إلى …». */
  readonly ascribes?: (key: string) => boolean;
  /** Reporting verbs whose content lies in the future: «توقع», "expect". */
  readonly predicts?: (key: string) => boolean;
  /** Bare words for whoever was last quoted, body or person: «المصدر». */
  readonly anySource?: string;
  /** Guesses the classes of a word that no list has from its shape; 0 where it cannot say. */
  readonly guess: (key: string) => number;
}
