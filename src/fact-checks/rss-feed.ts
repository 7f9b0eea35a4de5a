import type { Newsroom } from '../generated/prisma/client.js';
import { publicNameOf } from '../accounts/public-name.js';
import { Feed } from 'feed';
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
}

/**
 * RSS 2.0 of what a newsroom has published, what changed last first. An item stands for the edition in force: a
 * correction or a retraction is a new item with a permalink of its own, so that readers' programs tell of it, and takes
 * the place of what it corrects.
 */
export function buildRssFeed(
  published: readonly Published[],
  { newsroom, language }: FeedSubject,
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
  return feed.rss2();
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
