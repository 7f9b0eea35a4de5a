/** A fact-check as somebody else published it. Texts are trimmed and whole; times are as they were written. */
export interface ExternalReview {
  readonly url: string;
  readonly publisher: string;
  readonly publisherUrl: string | null;
  readonly title: string | null;
  readonly claimReviewed: string;
  readonly claimant: string | null;
  readonly claimDate: string | null;
  /** As its publisher words it; the number where there are no words. */
  readonly rating: string;
  readonly ratingValue: number | null;
  readonly bestRating: number | null;
  readonly worstRating: number | null;
  /** BCP 47. */
  readonly language: string | null;
  readonly reviewedAt: string | null;
}

/** What was found where a fact-check should be: one, or why it is none. */
export type ReadReview =
  { readonly review: ExternalReview; readonly item: unknown } | { readonly fault: string; readonly item: unknown };

type Thing = Readonly<Record<string, unknown>>;

const LONGEST_ADDRESS = 2_000;
const LONGEST_CLAIM = 5_000;
const LONGEST_LINE = 1_000;
/** Things in things: enough for any feed, little enough for one that means harm. */
const DEEPEST = 12;

/** Where a ClaimReview may stand in a thing that is none itself. */
const HOLDERS = ['@graph', 'item', 'itemListElement', 'mainEntity', 'hasPart', 'subjectOf', 'review', 'claimReview'];

/**
 * Every fact-check in parsed JSON, in order: schema.org's ClaimReview alone, in lists, graphs and data feeds; the answers of
 * Google's Fact Check Tools, and rows of this service's own exports. An element of a list or a feed in which there is none
 * is told as a fault; an empty one, as a feed leaves it of what was taken back, is nothing.
 */
export function readClaimReviews(json: unknown): ReadReview[] {
  if (Array.isArray(json)) return json.flatMap((element) => readElement(element));
  if (isThing(json) && Array.isArray(json.dataFeedElement)) {
    return json.dataFeedElement.flatMap((element) => readElement(element));
  }
  if (isThing(json) && Array.isArray(json.claims)) return json.claims.flatMap((claim) => readElement(claim));
  return readElement(json);
}

/** One element: what is found in it, or that nothing is. */
export function readElement(element: unknown): ReadReview[] {
  const found = findIn(element, 0);
  if (found.length > 0 || isEmptyItem(element)) return found;
  return [{ fault: 'There is no ClaimReview in it', item: element }];
}

/** What a page's JSON-LD holds beside ClaimReviews is none of our business: only those are told of. */
export const readPageClaimReviews = (json: unknown): ReadReview[] => findIn(json, 0);

function findIn(value: unknown, depth: number): ReadReview[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((each) => findIn(each, depth + 1));
  if (!isThing(value)) return [];
  if (hasType(value, 'ClaimReview')) return [readClaimReview(value)];
  if (typeof value.type === 'string' && OWN_ROWS.has(value.type)) return [readOwnRow(value)];
  if (typeof value.text === 'string' && Array.isArray(value.claimReview)) {
    return value.claimReview.map((review) => readToolsReview(value, review));
  }
  if (Array.isArray(value.dataFeedElement)) return value.dataFeedElement.flatMap((each) => findIn(each, depth + 1));
  return HOLDERS.flatMap((name) => findIn(value[name], depth + 1));
}

const isEmptyItem = (element: unknown): boolean =>
  isThing(element) &&
  hasType(element, 'DataFeedItem') &&
  (element.item == null || (Array.isArray(element.item) && element.item.length === 0));

function readClaimReview(thing: Thing): ReadReview {
  const author = first(thing.author) ?? first(thing.publisher);
  const rating = first(thing.reviewRating);
  const claim = first(thing.itemReviewed);
  const claimant = claim && (first(claim.author) ?? first(claim.creator));
  return check(thing, {
    url: textOf(thing.url) ?? textOf(thing['@id']),
    publisher: author ? textOf(author.name) : textOf(thing.author),
    publisherUrl: author ? textOf(author.url) : null,
    title: textOf(thing.headline) ?? textOf(thing.name),
    claimReviewed: textOf(thing.claimReviewed) ?? (claim && (textOf(claim.text) ?? textOf(claim.name))),
    claimant: claimant ? textOf(claimant.name) : textOf(claim?.author),
    claimDate: claim ? textOf(claim.datePublished) : null,
    rating: rating && (textOf(rating.alternateName) ?? textOf(rating.name)),
    ratingValue: numberOf(rating?.ratingValue),
    bestRating: numberOf(rating?.bestRating),
    worstRating: numberOf(rating?.worstRating),
    language: textOf(thing.inLanguage),
    reviewedAt: textOf(thing.datePublished) ?? textOf(thing.dateModified),
  });
}

/** A review as Google's Fact Check Tools tell of it, under the claim that it is of. */
function readToolsReview(claim: Thing, value: unknown): ReadReview {
  const review = isThing(value) ? value : {};
  const publisher = first(review.publisher);
  const site = textOf(publisher?.site);
  return check(value, {
    url: textOf(review.url),
    publisher: textOf(publisher?.name) ?? site,
    publisherUrl: site && `https://${site}/`,
    title: textOf(review.title),
    claimReviewed: textOf(claim.text),
    claimant: textOf(claim.claimant),
    claimDate: textOf(claim.claimDate),
    rating: textOf(review.textualRating),
    ratingValue: null,
    bestRating: null,
    worstRating: null,
    language: textOf(review.languageCode),
    reviewedAt: textOf(review.reviewDate),
  });
}

/** What the rows of this service's exports say of themselves. */
const OWN_ROWS: ReadonlySet<string> = new Set(['FactCheck', 'ReviewTask', 'TaskEvent', 'NewsroomEvent']);

/** A row of a table, as this service exports fact-checks; of other tables the same columns are read. */
export function readOwnRow(row: Thing): ReadReview {
  if (row.type === 'ReviewTask') {
    return {
      fault: 'It is a task: tasks come from articles that are submitted, and only published fact-checks are imported',
      item: row,
    };
  }
  if (row.type === 'TaskEvent' || row.type === 'NewsroomEvent') {
    return {
      fault: 'It is an event: what was done elsewhere is no part of the record of what was done here',
      item: row,
    };
  }
  if (row.status === 'RETRACTED') return { fault: 'It was taken back by its publisher', item: row };
  return check(row, {
    url: textOf(row.url),
    publisher: textOf(row.publisher),
    publisherUrl: textOf(row.publisherUrl),
    title: textOf(row.title),
    claimReviewed: textOf(row.claimReviewed),
    claimant: textOf(row.claimant),
    claimDate: textOf(row.claimDate),
    rating: textOf(row.ratingLabel) ?? textOf(row.rating),
    ratingValue: numberOf(row.ratingValue),
    bestRating: numberOf(row.bestRating),
    worstRating: numberOf(row.worstRating),
    language: textOf(row.language),
    reviewedAt: textOf(row.publishedAt),
  });
}

type Found = { readonly [Field in keyof ExternalReview]: ExternalReview[Field] | null | undefined };

/** Without an address, a claim and a rating there is nothing to look up, to find again, or to learn. */
function check(item: unknown, found: Found): ReadReview {
  const faults: string[] = [];
  const url = webAddress(found.url);
  if (!found.url) faults.push('It has no url');
  else if (!url) faults.push('Its url is no web address');
  if (!found.claimReviewed) faults.push('It has no claimReviewed');
  else if (found.claimReviewed.length > LONGEST_CLAIM)
    faults.push(`Its claim has more than ${LONGEST_CLAIM} characters`);
  const rating = found.rating ?? (found.ratingValue == null ? null : String(found.ratingValue));
  if (!rating) faults.push('It has no rating');
  if (!url || !found.claimReviewed || !rating || faults.length > 0) return { fault: faults.join('; '), item };
  return {
    item,
    review: {
      url,
      publisher: line(found.publisher) ?? new URL(url).hostname.replace(/^www\./, ''),
      publisherUrl: webAddress(found.publisherUrl),
      title: line(found.title),
      claimReviewed: found.claimReviewed,
      claimant: line(found.claimant),
      claimDate: found.claimDate ?? null,
      rating: rating.slice(0, LONGEST_LINE).toWellFormed(),
      ratingValue: found.ratingValue ?? null,
      bestRating: found.bestRating ?? null,
      worstRating: found.worstRating ?? null,
      language: /^[a-z]{2,3}(?![a-z])/i.exec(found.language ?? '')?.[0]?.toLowerCase() ?? null,
      reviewedAt: found.reviewedAt ?? null,
    },
  };
}

const line = (text: string | null | undefined): string | null => text?.slice(0, LONGEST_LINE).toWellFormed() ?? null;

/** An http address without its fragment: that leads to a place in the page, not to another. */
function webAddress(text: string | null | undefined): string | null {
  if (!text || text.length > LONGEST_ADDRESS || !URL.canParse(text)) return null;
  const url = new URL(text);
  url.hash = '';
  return /^https?:$/.test(url.protocol) && !url.username && !url.password ? url.href : null;
}

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasType = (thing: Thing, name: string): boolean =>
  [thing['@type']]
    .flat()
    .some((type) => typeof type === 'string' && type.replace(/^(https?:\/\/schema\.org\/|schema:)/, '') === name);

const first = (value: unknown): Thing | null => [value].flat().find(isThing) ?? null;

/** A text, also where it stands as `{ "@value": … }` or alone in a list; null where there is none. */
function textOf(value: unknown): string | null {
  const [only] = [value].flat();
  const given = isThing(only) ? only['@value'] : only;
  if (typeof given === 'number') return String(given);
  if (typeof given !== 'string') return null;
  return given.replaceAll('\0', '').toWellFormed().trim() || null;
}

function numberOf(value: unknown): number | null {
  const text = textOf(value);
  const number = text === null ? NaN : Number(text);
  return Number.isFinite(number) ? number : null;
}
