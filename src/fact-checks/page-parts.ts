import { publicNameOf } from '../accounts/public-name.js';
import type { Newsroom } from '../generated/prisma/client.js';
import { type Html, html } from '../platform/html.js';
import { labelLanguage } from './claim-review-of.js';
import type { Published } from './fact-checks.store.js';
import { PAGE_WORDS, type PageWords } from './page-words.js';
import { rssUrl } from './rss-url.js';

type Named = Pick<Newsroom, 'slug'>;

/** The address of one of a newsroom's own public pages. */
export const newsroomUrl = (base: string, { slug }: Named, page: 'fact-checks' | 'method' | 'contact'): string =>
  `${base}/n/${slug}/${page}`;

/** The way to the other public pages, at the foot of each. */
export const renderLinks = (newsroom: Named, words: PageWords, base: string): Html =>
  html`<p>
    <a href="${newsroomUrl(base, newsroom, 'fact-checks')}">${words.all}</a> ·
    <a href="${newsroomUrl(base, newsroom, 'method')}">${words.methodOf}</a> ·
    <a href="${newsroomUrl(base, newsroom, 'contact')}">${words.contact}</a> ·
    <a href="${rssUrl(base, newsroom)}">${words.follow}</a>
  </p>`;

/** What a post that links to the page shows of it; of a retracted one that it was taken back. */
export function renderOpenGraph({ factCheck, editions, newsroom }: Published, url: string): Html {
  const edition = editions.at(-1)!;
  const language = labelLanguage(edition.language);
  const told =
    factCheck.status === 'RETRACTED'
      ? PAGE_WORDS[language].retracted
      : `${edition.rating.labels[language]}: ${edition.claimReviewed}`;
  const properties: Record<string, string | null> = {
    'og:type': 'article',
    'og:title': edition.title,
    'og:description': told,
    'og:url': url,
    'og:site_name': publicNameOf(newsroom),
    'og:image': newsroom.logoUrl,
    'article:published_time': factCheck.publishedAt.toISOString(),
    'article:modified_time': factCheck.updatedAt.toISOString(),
  };
  const metas = Object.entries(properties)
    .filter(([, content]) => content !== null)
    .map(([property, content]) => html`<meta property="${property}" content="${content!}" />`);
  return html`<meta name="description" content="${told}" />
    <meta name="twitter:card" content="summary" />
    ${metas}`;
}
