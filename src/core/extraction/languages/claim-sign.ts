/** What a word or a phrase tells about the claim that it stands in. A word may carry several signs; they are the bits of one number. */
export const ClaimSign = {
  /** A finite verb wherever it stands ("was", «بلغ», « ont »). */
  verb: 1 << 0,
  /** A finite verb only where its neighbours allow it, for the same word is also a noun ("ends", « fixe »). */
  looseVerb: 1 << 1,
  /** Joins predicates or clauses of one rank ("and", « et »). */
  join: 1 << 2,
  /** Opens a clause that states something of its own ("while", «بينما», « tandis que »). */
  opener: 1 << 3,
  /** Opens a clause that only times or limits the statement ("if", « lorsque »). */
  limit: 1 << 4,
  relative: 1 << 5,
  negation: 1 << 6,
  future: 1 << 7,
  hearsay: 1 << 8,
  /** A wish, a call, a promise or a feeling. */
  wish: 1 << 9,
  /** Frames what follows as somebody's opinion ("I think", «أعتقد أن»). */
  belief: 1 << 10,
  /** How a source is hidden or where it spoke: belongs to the attribution, never a claim. */
  aside: 1 << 11,
  /** Makes a noun beside a noun worth a claim ("the largest", «أول»). */
  rank: 1 << 12,
  /** Opens a comparison tacked on after a comma ("up from"). */
  comparison: 1 << 13,
  /** Something was asked, reported or alleged that the words around may answer. */
  raised: 1 << 14,
  /** Says of what was raised that it is untrue ("false", «لا صحة ل»). */
  untrue: 1 << 15,
  /** No more than a greeting, an answer or a hint ("yes", « merci »). */
  empty: 1 << 16,
  /** A participle that opens a description after a comma ("signed in May"). */
  participle: 1 << 17,
  /** A word of judgement rather than of fact ("fair", «رائع»). */
  judgement: 1 << 18,
  /** Opens a relative clause that stands without its noun ("where"). */
  where: 1 << 19,
  /** A preposition inside a noun phrase ("of"). */
  genitive: 1 << 20,
  /** The first person. */
  own: 1 << 21,
  /** A number in words, or a share. */
  amount: 1 << 23,
  /** A verb's plain form: finite after a pronoun or a relative alone ("they include"). */
  plainVerb: 1 << 24,
  /** Neither confirms nor denies, does not answer. */
  silence: 1 << 25,
  /** What a ruling or an agreement lays down is so from then on, future form or not. */
  ruling: 1 << 26,
  /** A conditional: hearsay in the article's voice, the future in somebody's words. */
  conditional: 1 << 27,
  /** Makes a negation a flat one ("any", "never", «أبدا»). */
  emphatic: 1 << 28,
  /** A pronoun or particle that only a verb follows (« ne », « se »). */
  leads: 1 << 22,
} as const;

export type ClaimSignName = keyof typeof ClaimSign;

/** Words and phrases of a language by sign, parted by bars. */
export type ClaimSigns = Readonly<Partial<Record<ClaimSignName, string>>>;

/** How a negation is taken out, word by word; words are parted by blanks, a replacement follows a colon. */
export interface AffirmationWords {
  /** A negation or what goes with one, and what stands in its place: "cannot:can", "never:". */
  readonly replace: string;
  /** A negation whose place letters at the start of the next word take: «لن:س». */
  readonly fuse: string;
  /** A word that loses its vowel before a vowel: « je:j' ». */
  readonly elide: string;
  /** Pairs, parted by bars, that cannot be turned word by word. */
  readonly hard: string;
  /** Negations that can be dropped before a verb alone. */
  readonly needsVerb: string;
  /** Ending of a noun in the plural, and nouns that are not counted: for these a replacement "a/" is nothing. */
  readonly plural: string;
  readonly mass: string;
  /** Letters before which `elide` holds. */
  readonly vowels: string;
  /** Verbs after a negation that gives them its tense: «لم» with «يوقع:وقع»; the negation goes and the tense stays. */
  readonly tensing: string;
  readonly tensed: string;
}

/** What a language knows about claims. */
export interface ClaimLexicon {
  readonly signs: ClaimSigns;
  readonly affirm: AffirmationWords;
  /** Signs of a word that no list has, by its shape; 0 where it cannot say. */
  readonly guess: (key: string) => number;
  /** Signs that a word gets by the word after it. */
  readonly before?: (key: string, next: string) => number;
  /** Signs that a word loses by the word after it. */
  readonly cancels?: (key: string, next: string) => number;
}
