/** A stretch of the original text. Offsets are UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span with the words it covers: `text` always equals the slice of the article. */
export interface Slice extends Span {
  readonly text: string;
}

/** Whether the words are given as the speaker's own, are reported, or are reported with a verbatim part. */
export type QuoteType = 'DIRECT' | 'INDIRECT' | 'MIXED';

/** How the article stands to a claim: as fact, as denied by its source, at a distance, or about the future. */
export type Stance = 'ASSERTED' | 'DENIED' | 'REPORTED' | 'PREDICTED';

/** What sort of source a speaker is. */
export type SpeakerKind = 'PERSON' | 'ORGANIZATION' | 'GROUP' | 'MEDIA' | 'DOCUMENT';

/** Who an article says said it. */
export interface Speaker {
  /** The fullest way in which the article names this speaker, without title where there is a personal name. */
  readonly name: string;
  readonly kind: SpeakerKind;
  /** The article withholds the name of a person or persons who are its source. */
  readonly anonymous: boolean;
  /** The words beside the cue that stand for the speaker; null where the verb carries it alone. */
  readonly mention: Slice | null;
}

/** One link of the isnad: who passes it on, by which words, and standing how to it. */
export interface AttributionLink {
  readonly speaker: Speaker | null;
  readonly cue: Slice | null;
  readonly stance: Stance;
}

/** What found a quote or a claim. */
export type Origin = 'RULES' | 'MODEL';

/** Words or a statement that the article attributes to somebody. */
export interface Quote {
  readonly type: QuoteType;
  /** Content alone, in text order: no outer marks, no cue, no complementiser, no closing full stop. */
  readonly spans: readonly Slice[];
  readonly speaker: Speaker | null;
  /** The reporting expression; null where the quote goes on from the one before it. */
  readonly cue: Slice | null;
  /** From the nearest speaker outwards. */
  readonly chain: readonly AttributionLink[];
  readonly origin: Origin;
  /** Name of the rule that found it; `…+model` where a model named the speaker whom the rule did not find. */
  readonly rule: string;
  /** 0 to 1: how far the rule can be trusted. */
  readonly confidence: number;
  /** Further places (headline, caption) where the same words stand. */
  readonly appearances: readonly Span[];
}

/** A named, weighted yes/no reason for a check-worthiness score. */
export interface WorthReason {
  readonly name: string;
  readonly weight: number;
}

/** A proposition that can be checked against the world. */
export interface Claim {
  readonly spans: readonly Slice[];
  /** Null in the article's own voice. */
  readonly speaker: Speaker | null;
  readonly stance: Stance;
  /** The affirmative sentence under discussion: what a rating rates. */
  readonly proposition: string;
  /** True where the negation could not be taken out: the proposition is then the span as it stands. */
  readonly propositionIsVerbatim: boolean;
  /** Index in `Extraction.quotes` of the quote that states it. */
  readonly quote: number | null;
  /** Index in `Extraction.claims` of the claim that this one denies. */
  readonly denies: number | null;
  readonly chain: readonly AttributionLink[];
  readonly cue: Slice | null;
  /** 0 to 1: how much a newsroom would want it checked. */
  readonly checkWorthiness: number;
  readonly reasons: readonly WorthReason[];
  readonly origin: Origin;
  readonly rule: string;
  readonly confidence: number;
  /** Further places (headline, caption) where the same claim stands. */
  readonly appearances: readonly Span[];
}

/** Everything found in one article. */
export interface Extraction {
  /** ISO 639-1 code, or `und` where no known language was identified. */
  readonly language: string;
  /** True where the language has no data here and only structure (marks, colons, turns) was read. */
  readonly structureOnly: boolean;
  readonly quotes: readonly Quote[];
  readonly claims: readonly Claim[];
}
