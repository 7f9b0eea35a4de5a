import { Feed } from 'feed';
import { publicNameOf } from '../accounts/public-name.js';
import type { Newsroom } from '../generated/prisma/client.js';
import { html } from '../platform/html.js';
import { labelLanguage, pageUrl } from './claim-review-of.js';
import { directionOf } from './fact-check-page.js';
import type { Published } from './fact-checks.store.js';
import { PAGE_WORDS } from './page-words.js';
import { rssUrl } from './rss-url.js';

/** What a feed is of: the newsroom, and the language where only one is asked for. */
export interface FeedSubject {
  readonly newsroom: Pick<Newsroom, 'name' | 'publicName' | 'slug'>;
  readonly language: string | null;
  /** The cursor of the page of older changes, where there is one. */
  readonly next?: string | null;
}

/**
 * RSS 2.0 of what a newsroom has published, what changed last first. An item stands for a fact-check, by one guid for
 * good: corrected or retracted it comes again with a marked title, a new date and a link to the note.
 */
export function buildRssFeed(
  published: readonly Published[],
  { newsroom, language, next = null }: FeedSubject,
  base: string,
): string {
  const self = rssUrl(base, newsroom) + (language ? `?language=${language}` : '');
  const spoken = language ?? published[0]?.factCheck.language ?? 'ar';
  const words = PAGE_WORDS[labelLanguage(spoken)];
  const feed = new Feed({
    title: clean(`${publicNameOf(newsroom)} · ${words.factCheck}`),
    description: words.methodNote,
    link: `${base}/`,
    language: spoken,
    generator: 'Isnad',
    // As of the last change, so that an unchanged feed is the same to the byte.
    updated: published[0]?.factCheck.updatedAt ?? new Date(0),
    feedLinks: { rss: self },
  });
  for (const each of published) feed.addItem(itemOf(each, base));
  if (!next) return feed.rss2();
  // RFC 5005, which the library does not know. Its last `</channel>` is the feed's own, whatever an item says.
  const older = new URLSearchParams({ ...(language ? { language } : {}), after: next });
  const link = html`<atom:link href="${`${rssUrl(base, newsroom)}?${older}`}" rel="next" type="application/rss+xml" />`
    .text;
  const xml = feed.rss2();
  const end = xml.lastIndexOf('</channel>');
  return xml.slice(0, end) + link + xml.slice(end);
}

function itemOf({ factCheck, editions, newsroom }: Published, base: string) {
  const edition = editions.at(-1)!;
  const language = labelLanguage(edition.language);
  const words = PAGE_WORDS[language];
  const url = pageUrl({ base, newsroom, slug: factCheck.slug });
  const isRetracted = factCheck.status === 'RETRACTED';
  const told = edition.correctionClass === null ? '' : `${words.classes[edition.correctionClass]}: `;
  const note = edition.publicNote === null ? '' : html`<p>${edition.publicNote}</p>`;
  const rating = html`<p>${words.claim}: ${edition.claimReviewed}</p>
    <p>
      <strong>${words.rating}: ${edition.rating.labels[language]}</strong>
    </p>
    <p>${edition.summary}</p>`;
  const content = html`<div lang="${edition.language}" dir="${directionOf(edition.language)}">
    ${isRetracted ? html`<p><strong>${words.retracted}</strong></p>` : ''} ${note} ${isRetracted ? '' : rating}
  </div>`;
  const summary = isRetracted ? words.retracted : `${edition.rating.labels[language]}: ${edition.claimReviewed}`;
  return {
    title: clean(told + edition.title),
    guid: url,
    link: edition.number === 1 ? url : `${url}#edition-${edition.number}`,
    date: edition.publishedAt,
    description: clean(html`${summary}`.text),
    content: clean(content.text),
    // With a content of its own the library declares this namespace.
    extensions: [{ name: 'dc:language', objects: { _text: edition.language } }],
  };
}

/** XML has no place for most control characters, and the library ends a CDATA section at its second `]]>`. */
const clean = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replaceAll(']]>', ']]&gt;');
