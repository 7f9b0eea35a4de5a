import { blockText, type PageNode } from './block-text.js';

/** What a page says about its article outside of the text. */
export interface PageFacts {
  readonly title: string | null;
  readonly byline: string | null;
  readonly publishedAt: Date | null;
  readonly language: string | null;
  readonly canonicalUrl: string | null;
  /** The text as JSON-LD carries it, without paragraphs as a rule. */
  readonly body: string | null;
  readonly wordCount: number | null;
  /** False where the page says that only subscribers read it whole. */
  readonly free: boolean;
}

/** What is asked of a parsed document here. */
export interface QueriedDocument {
  readonly documentElement: { getAttribute(name: string): string | null } | null;
  querySelector(selector: string): QueriedElement | null;
  querySelectorAll(selector: string): Iterable<QueriedElement>;
}

interface QueriedElement {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
}

/** Reads schema.org's NewsArticle where the page has one, and its meta elements where it has not. */
export function readPageFacts(document: QueriedDocument, url: string | null): PageFacts {
  const ld = findArticle(document);
  const meta = (...names: string[]) => {
    for (const name of names) {
      const content = document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content');
      if (content?.trim()) return line(content);
    }
    return null;
  };
  const text = (selector: string) => {
    const found = document.querySelector(selector);
    // As it is seen: a heading may have a style or script in it.
    return found && line(blockText(found as unknown as PageNode));
  };
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url');
  return {
    title:
      line(wordOf(ld?.headline)) ??
      meta('og:title') ??
      text('h1') ??
      line(document.querySelector('head > title')?.textContent ?? ''),
    byline:
      line(namesIn(ld?.author)) ??
      webless(meta('author', 'article:author')) ??
      text('[rel="author"], [itemprop="author"]'),
    publishedAt:
      readDate(wordOf(ld?.datePublished)) ??
      readDate(meta('article:published_time', 'datePublished', 'date', 'dc.date')) ??
      readDate(document.querySelector('time[datetime]')?.getAttribute('datetime') ?? null),
    language: languageCode(
      wordOf(ld?.inLanguage) || document.documentElement?.getAttribute('lang') || meta('og:locale'),
    ),
    canonicalUrl: ownAddress(canonical, url),
    body: wordOf(ld?.articleBody)?.trim() || null,
    wordCount: Number(ld?.wordCount) || null,
    free: !/^(false|no|0)$/i.test(String(ld?.isAccessibleForFree ?? 'true').replace(/^.*\//, '')),
  };
}

type Thing = Readonly<Record<string, unknown>>;

/** Things in a page's JSON-LD: enough for any site, few enough for a page that means harm. */
const MOST_THINGS = 2_000;
const LONGEST_SCRIPT = 2_000_000;

function findArticle(document: QueriedDocument): Thing | null {
  const waiting: unknown[] = [];
  for (const { textContent } of document.querySelectorAll('script[type="application/ld+json"]')) {
    if (textContent && textContent.length <= LONGEST_SCRIPT) waiting.push(parseJson(textContent));
  }
  for (let seen = 0; waiting.length > 0 && seen < MOST_THINGS; seen++) {
    const thing = waiting.shift();
    if (Array.isArray(thing)) waiting.push(...(thing as unknown[]).slice(0, MOST_THINGS));
    else if (isThing(thing)) {
      if ([thing['@type']].flat().some((type) => typeof type === 'string' && /Article$|^BlogPosting$/.test(type)))
        return thing;
      waiting.push(thing['@graph'], thing.mainEntity, thing.mainEntityOfPage);
    }
  }
  return null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*<!--|-->\s*$/g, ''));
  } catch {
    return null;
  }
}

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text, also where it stands as `{ "@value": … }`, alone in a list, or under a name. */
function wordOf(value: unknown): string | null {
  const [first] = [value].flat();
  if (typeof first === 'string' || typeof first === 'number') return String(first);
  if (!isThing(first)) return null;
  const inner = first['@value'] ?? first.name ?? first.alternateName;
  return typeof inner === 'string' ? inner : null;
}

function namesIn(authors: unknown): string | null {
  const names = [authors]
    .flat()
    .map(wordOf)
    .filter((name): name is string => name !== null && webless(name) !== null);
  return names.length > 0 ? names.slice(0, 10).join(', ') : null;
}

/** Some sites give an author's page where the name belongs. */
const webless = (name: string | null): string | null => (name && /^https?:\/\//i.test(name) ? null : name);

const LONGEST_LINE = 1_000;

function line(text: string | null): string | null {
  const words = (text ?? '').replaceAll('\0', '').toWellFormed().replace(/\s+/g, ' ').trim().slice(0, LONGEST_LINE);
  return words.toWellFormed() || null;
}

/** A time without a zone is taken to be UTC: nothing says whose it would be otherwise. Null before 1500 or unreadable. */
export function readDate(text: string | null): Date | null {
  const written = text?.trim() ?? '';
  if (!/^\d{4}-\d{2}-\d{2}/.test(written)) return null;
  const zoned = /(z|[+-]\d{2}:?\d{2})$/i.test(written.slice(10)) || written.length === 10;
  const date = new Date(
    (zoned ? written : `${written}Z`).replace(/^(\S{10}) /, '$1T').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'),
  );
  const year = date.getUTCFullYear();
  return year >= 1500 && year < 10_000 ? date : null;
}

/** `ar-SA` and `ar_AR` are `ar`. */
export function languageCode(tag: string | null | undefined): string | null {
  return /^\s*([a-z]{2,3})(?![a-z])/i.exec(tag ?? '')?.[1]?.toLowerCase() ?? null;
}

/** An address counts only where it leads to the same site: any page may claim to be another's. */
function ownAddress(address: string | null, url: string | null): string | null {
  if (!address || !URL.canParse(address.trim(), url ?? undefined)) return null;
  const found = new URL(address.trim(), url ?? undefined);
  if (!/^https?:$/.test(found.protocol) || found.href.length > 2_000) return null;
  return url === null || site(found) === site(new URL(url)) ? found.href : null;
}

const site = ({ hostname }: URL): string => hostname.replace(/^(www|m|mobile|amp)\./, '');
