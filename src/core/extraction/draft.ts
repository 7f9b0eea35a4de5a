import { type CueSense } from './languages/language.js';
import { type QuoteType, type Span, type SpeakerKind, type Stance } from './model.js';

/** A token of the original text with what the lexicon knows of it. Token positions are indexes into `Draft.tokens`. */
export interface Token extends Span {
  readonly kind: 'word' | 'number' | 'punctuation' | 'mark';
  /** Folded form (see `foldWord`). */
  readonly key: string;
  /** Folded form without a leading fused conjunction; equals `key` where there is none. */
  readonly core: string;
  /** Folded form without fused conjunction, preposition and article: what two mentions are compared by. */
  readonly stem: string;
  /** Bit set of word classes. */
  readonly classes: number;
  /** Length in code units of a fused conjunction (and its diacritics) at the start; 0 where there is none. */
  readonly conjunction: number;
  /** The fused preposition, folded, or the empty string. */
  readonly preposition: string;
  /** Length in code units of conjunction and preposition together. */
  readonly prefix: number;
  readonly capital: boolean;
  readonly article: boolean;
}

/** Token positions, `to` exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export type BlockKind =
  'headline' | 'subhead' | 'byline' | 'dateline' | 'caption' | 'credit' | 'paragraph' | 'bullet' | 'turn';

/** A line, or several lines that a break in mid-sentence had torn apart. */
export interface Block extends Span {
  readonly kind: BlockKind;
}

/** A pair of quotation marks by token position; `close` is -1 where it was never closed, `open` where never opened. */
export interface MarkPair {
  readonly open: number;
  readonly close: number;
  /** Tokens inside. */
  readonly inside: Range;
  readonly depth: number;
}

/** A sentence; stops inside quotation marks do not end it. */
export interface Sentence extends Range {
  readonly block: number;
}

/** A reporting expression found in the text. */
export interface CueHit extends Range {
  readonly sense: CueSense;
  /** Other senses of the same words. */
  readonly others?: readonly CueSense[];
  /** Letters of the token after it that belong to the cue. */
  readonly lead: number;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  /** Inside quotation marks, so part of what somebody said. */
  readonly quoted: boolean;
}

/** Words that stand for a speaker. */
export interface MentionDraft extends Range {
  readonly start: number;
  readonly end: number;
  readonly kind: SpeakerKind;
  readonly anonymous: boolean;
  /** The personal name inside it without titles, else the whole phrase. */
  readonly name: Range;
  readonly personal: boolean;
  /** Letters at the start of the first word that belong to the cue («لمايكل» after «وفقا»). */
  readonly lead: number;
  readonly pronoun: boolean;
  /** The name is one definite word that may be something else: «الحلبي». */
  readonly loose?: boolean;
  /** Position of the head noun, where the phrase was taken apart. */
  readonly head?: number;
  /** An office in apposition between commas. */
  readonly aside?: Range;
}

/** A quote on its way through the stages. */
export interface QuoteDraft {
  type: QuoteType;
  contents: Span[];
  cue: CueHit | null;
  mention: MentionDraft | null;
  /** Who the sentence is about, for a cue that has no subject of its own («…، مشيرا إلى أن», ", saying"). */
  subject: MentionDraft | null;
  sentence: number;
  rule: string;
  confidence: number;
  stance: Stance;
  /** Attributions that relay it or stand inside it. */
  links: { mention: MentionDraft | null; cue: CueHit }[];
}
