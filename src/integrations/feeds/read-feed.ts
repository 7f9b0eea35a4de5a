import { createHash } from 'node:crypto';
import { parseFeed } from 'feedsmith';
import { isWebAddress } from '../../platform/text-fault.js';

/** What was fetched is no feed; the message can be shown. */
export class UnreadableFeed extends Error {
  override name = 'UnreadableFeed';
}

export interface Item {
  readonly identity: Uint8Array<ArrayBuffer>;
  readonly contentHash: Uint8Array<ArrayBuffer>;
  readonly link: string | null;
  readonly title: string | null;
  readonly byline: string | null;
  readonly publishedAt: Date | null;
  /** What it carries of the piece itself. */
  readonly html: string | null;
}

/** Of one document; a feed that shows more shows its newest first. */
const MOST_ITEMS = 1_000;
const LONGEST_LINE = 1_000;

interface Raw {
  readonly id?: string | undefined;
  readonly link?: string | undefined;
  readonly title?: string | undefined;
  readonly byline?: string | undefined;
  readonly date?: string | undefined;
  readonly html?: string | undefined;
  readonly summary?: string | undefined;
}

/**
 * The items of an RSS, RDF, Atom or JSON feed. A document that declares entities of its own is refused before the library
 * sees it: they may multiply, or name a file. Throws UnreadableFeed.
 */
export function readFeed(text: string, url: string): Item[] {
  return rawItems(text)
    .slice(0, MOST_ITEMS)
    .map((raw) => itemOf(raw, url));
}

function rawItems(text: string): Raw[] {
  const declared = text.indexOf('<!ENTITY');
  const root = text.search(/<(?:rss|feed|[\w-]{1,20}:RDF|[\w-]{1,20}:feed)[\s>]/i);
  if (declared >= 0 && (root < 0 || declared < root)) throw new UnreadableFeed('The feed declares entities of its own');
  try {
    const parsed = parseFeed(text.replace(/^\ufeff/, ''));
    switch (parsed.format) {
      case 'atom':
        return (parsed.feed.entries ?? []).map((each) => ({
          id: each.id,
          link: (each.links?.find(({ rel }) => !rel || rel === 'alternate') ?? each.links?.[0])?.href,
          title: each.title?.value,
          byline: each.authors?.[0]?.name,
          date: each.published ?? each.updated,
          html: each.content?.value,
          summary: each.summary?.value,
        }));
      case 'json':
        return (parsed.feed.items ?? []).map((each) => ({
          id: each.id,
          link: each.url,
          title: each.title,
          byline: each.authors?.[0]?.name,
          date: each.date_published,
          html: each.content_html,
          summary: each.summary ?? each.content_text,
        }));
      case 'rss':
        return (parsed.feed.items ?? []).map((each) => ({
          id: each.guid?.value,
          link: each.link ?? (each.guid?.isPermaLink === false ? undefined : each.guid?.value),
          title: each.title,
          byline: each.dc?.creators?.[0],
          date: each.pubDate ?? each.dc?.dates?.[0],
          html: each.content?.encoded,
          summary: each.description,
        }));
      default:
        return (parsed.feed.items ?? []).map((each) => ({
          link: each.link,
          title: each.title,
          byline: each.dc?.creators?.[0],
          date: each.dc?.dates?.[0],
          html: each.content?.encoded,
          summary: each.description,
        }));
    }
  } catch (error) {
    // Its own words quote the document, which may be anything.
    throw new UnreadableFeed('There is no RSS, Atom or JSON feed at the address', { cause: error });
  }
}

function itemOf(raw: Raw, base: string): Item {
  const resolved = raw.link && URL.canParse(raw.link.trim(), base) ? new URL(raw.link.trim(), base).href : null;
  const link = resolved && isWebAddress(resolved) ? resolved : null;
  const said = raw.html ?? raw.summary ?? '';
  // A title alone may come again with another piece: then the address is part of what the item is.
  const content = ['content', raw.title ?? '', said, said.trim() === '' ? (link ?? '') : ''];
  const date = raw.date ? new Date(raw.date) : null;
  return {
    identity: hashOf(raw.id ? ['id', raw.id] : link ? ['link', link] : content),
    contentHash: hashOf(content),
    link,
    title: lineOf(raw.title),
    byline: lineOf(raw.byline),
    publishedAt: date && !Number.isNaN(date.getTime()) ? date : null,
    html: raw.html ? cleanText(raw.html) : null,
  };
}

const cleanText = (text: string): string => text.replaceAll('\0', '').toWellFormed();

const lineOf = (text: string | undefined): string | null =>
  cleanText((text ?? '').slice(0, 5 * LONGEST_LINE))
    .replace(/<\/?[a-z][^>]{0,500}>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_LINE)
    .toWellFormed() || null;

const hashOf = (parts: readonly string[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(JSON.stringify(parts)).digest());
