import { foldForSearch } from '../core/extraction/fold-for-search.js';
import type { Extraction, Speaker } from '../core/extraction/model.js';
import type { ClaimStance, Prisma, ReviewTaskKind, Speaker as SpeakerRow } from '../generated/prisma/client.js';
import type { Transaction } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';
import { joinSlices, sliceOf } from './slices.js';

/** A quote or claim that was recorded, with what its review task repeats for lists. */
export interface RecordedSubject {
  readonly kind: ReviewTaskKind;
  readonly id: string;
  readonly stance: ClaimStance | null;
  readonly anonymous: boolean;
  readonly speakerFolded: string;
  readonly textFolded: string;
  /** Of a quote: that of its weightiest claim, 0 where it has none. */
  readonly checkWorthiness: number;
  /** UTF-16 offset at which it begins. */
  readonly textPosition: number;
}

interface Target {
  readonly newsroomId: string;
  readonly articleId: string;
  readonly versionNumber: number;
  readonly text: string;
}

/** What stands already of what was found: ids by place in the extraction, null for what is new. */
export interface Known {
  readonly quotes: readonly (string | null)[];
  readonly claims: readonly (string | null)[];
  /** The least ordinal that is free. */
  readonly ordinal: number;
}

const NOTHING: Known = { quotes: [], claims: [], ordinal: 0 };

/** Writes the speakers, quotes and claims of one version that are not known yet, in the caller's transaction, in text order. */
export async function recordExtraction(
  tx: Transaction,
  target: Target,
  extraction: Extraction,
  known: Known = NOTHING,
): Promise<RecordedSubject[]> {
  const { newsroomId, articleId, versionNumber, text } = target;
  const place = { newsroomId, articleId, versionNumber };
  const speakers = new SpeakerRows(newsroomId, articleId);
  if (known !== NOTHING) speakers.know(await tx.speaker.findMany({ where: { articleId }, orderBy: { id: 'asc' } }));
  const quoteIds = extraction.quotes.map((_, i) => known.quotes[i] ?? newId());
  const claimIds = extraction.claims.map((_, i) => known.claims[i] ?? newId());
  const isNewQuote = (_: unknown, i: number) => known.quotes[i] == null;
  const isNewClaim = (_: unknown, i: number) => known.claims[i] == null;

  const quotes: Prisma.QuoteCreateManyInput[] = extraction.quotes.map((quote, ordinal) => ({
    ...place,
    id: quoteIds[ordinal]!,
    ordinal: known.ordinal + ordinal,
    type: quote.type,
    text: joinSlices(quote.spans),
    spans: json(quote.spans),
    position: quote.spans[0]?.start ?? 0,
    speakerId: speakers.idOf(quote.speaker),
    mention: optionalJson(quote.speaker?.mention),
    cue: optionalJson(quote.cue),
    chain: json(quote.chain),
    origin: quote.origin,
    rule: quote.rule,
    confidence: quote.confidence,
  }));
  const claims: Prisma.ClaimCreateManyInput[] = extraction.claims.map((claim, ordinal) => ({
    ...place,
    id: claimIds[ordinal]!,
    ordinal: known.ordinal + ordinal,
    text: joinSlices(claim.spans),
    spans: json(claim.spans),
    position: claim.spans[0]?.start ?? 0,
    speakerId: speakers.idOf(claim.speaker),
    mention: optionalJson(claim.speaker?.mention),
    chain: json(claim.chain),
    stance: claim.stance,
    proposition: claim.proposition,
    propositionOrigin: claim.propositionIsVerbatim ? 'VERBATIM' : 'RULES',
    checkWorthiness: claim.checkWorthiness,
    reasons: json(claim.reasons),
    appearances: json(claim.appearances.map((span) => sliceOf(text, span))),
    origin: claim.origin,
    rule: claim.rule,
    confidence: claim.confidence,
    quoteId: claim.quote === null ? null : quoteIds[claim.quote]!,
    deniesId: claim.denies === null ? null : claimIds[claim.denies]!,
  }));
  await tx.speaker.createMany({ data: speakers.rows });
  await tx.quote.createMany({ data: quotes.filter(isNewQuote) });
  // One statement: a claim may deny one that stands further down, and foreign keys are checked at its end.
  await tx.claim.createMany({ data: claims.filter(isNewClaim) });

  // A claim that stood already may be stated by a quote that is new: the one that stated it before is gone.
  for (const [i, { quote }] of extraction.claims.entries()) {
    const id = known.claims[i];
    if (id == null || quote === null || known.quotes[quote] != null) continue;
    await tx.claim.update({ where: { id }, data: { quoteId: quoteIds[quote]! } });
  }

  const worthOfQuote = new Map<number, number>();
  for (const { quote, checkWorthiness } of extraction.claims) {
    if (quote !== null) worthOfQuote.set(quote, Math.max(checkWorthiness, worthOfQuote.get(quote) ?? 0));
  }
  const listed = (speaker: Speaker | null) => ({
    anonymous: speaker?.anonymous ?? false,
    speakerFolded: foldForSearch(speaker?.name ?? ''),
  });
  const recordedQuotes = extraction.quotes.map((quote, i) => ({
    kind: 'QUOTE' as const,
    id: quoteIds[i]!,
    stance: null,
    ...listed(quote.speaker),
    textFolded: foldForSearch(joinSlices(quote.spans)),
    checkWorthiness: worthOfQuote.get(i) ?? 0,
    textPosition: quote.spans[0]?.start ?? 0,
  }));
  const recordedClaims = extraction.claims.map((claim, i) => ({
    kind: 'CLAIM' as const,
    id: claimIds[i]!,
    stance: claim.stance,
    ...listed(claim.speaker),
    textFolded: foldForSearch(joinSlices(claim.spans)),
    checkWorthiness: claim.checkWorthiness,
    textPosition: claim.spans[0]?.start ?? 0,
  }));
  return [...recordedQuotes.filter(isNewQuote), ...recordedClaims.filter(isNewClaim)];
}

/** One row for each speaker that the article names; where they are mentioned is the quote's and the claim's own. */
class SpeakerRows {
  readonly rows: Prisma.SpeakerCreateManyInput[] = [];
  private readonly ids = new Map<string, string>();

  constructor(
    private readonly newsroomId: string,
    private readonly articleId: string,
  ) {}

  /** Those that an earlier version named. */
  know(rows: readonly SpeakerRow[]): void {
    for (const { id, name, kind, anonymous } of rows) {
      const key = JSON.stringify([name, kind, anonymous]);
      if (!this.ids.has(key)) this.ids.set(key, id);
    }
  }

  idOf(speaker: Speaker | null): string | null {
    if (!speaker) return null;
    const { name, kind, anonymous } = speaker;
    const key = JSON.stringify([name, kind, anonymous]);
    const known = this.ids.get(key);
    if (known) return known;
    const id = newId();
    this.ids.set(key, id);
    const nameFolded = foldForSearch(name);
    this.rows.push({ id, newsroomId: this.newsroomId, articleId: this.articleId, name, nameFolded, kind, anonymous });
    return id;
  }
}

/** As Prisma takes a value for a JSON column. */
const json = (value: object): Prisma.InputJsonValue => value as unknown as Prisma.InputJsonValue;

/** The same for a column that is NULL where there is nothing. */
const optionalJson = (value: object | null | undefined) => (value == null ? undefined : json(value));
