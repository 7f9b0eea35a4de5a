/** An article as a document has it. What the document does not say is null. */
export interface ReadDocument {
  /** Offsets of quotes and claims refer to this text: it is stored as it is. */
  readonly text: string;
  readonly title: string | null;
  readonly byline: string | null;
  readonly publishedAt: Date | null;
  /** ISO 639-1 or 639-2, in lower case. */
  readonly language: string | null;
  /** Where the document says that it belongs; only ever on the site that it came from. */
  readonly canonicalUrl: string | null;
}

export const NOTHING_READ: ReadDocument = {
  text: '',
  title: null,
  byline: null,
  publishedAt: null,
  language: null,
  canonicalUrl: null,
};

export type UnreadableReason =
  'NOT_THIS_KIND' | 'WRONG_CHARSET' | 'NO_TEXT' | 'SCRIPT_ONLY' | 'PAYWALL' | 'TOO_LARGE' | 'LOCKED';

/** A document without an article that can be read; the message can be shown to the person who handed it in. */
export class UnreadableDocument extends Error {
  override name = 'UnreadableDocument';

  constructor(
    readonly reason: UnreadableReason,
    message: string,
  ) {
    super(message);
  }
}
