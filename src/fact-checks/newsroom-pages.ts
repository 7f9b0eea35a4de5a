import { publicNameOf } from '../accounts/public-name.js';
import type { Newsroom } from '../generated/prisma/client.js';
import { type Html, html } from '../platform/html.js';
import { labelLanguage, pageUrl } from './claim-review-of.js';
import { directionOf, renderTime, STYLE_ELEMENT } from './fact-check-page.js';
import type { Published } from './fact-checks.store.js';
import { newsroomUrl, renderLinks } from './page-parts.js';
import { PAGE_WORDS } from './page-words.js';
import { rssUrl } from './rss-url.js';

/** One page of what a newsroom has published and not taken back, newest first. */
export function renderIndexPage(
  newsroom: Newsroom,
  published: readonly Published[],
  { here, next }: { here: string | null; next: string | null },
  base: string,
): string {
  const words = wordsOf(newsroom);
  const url = newsroomUrl(base, newsroom, 'fact-checks');
  const older = next === null ? null : `${url}?after=${encodeURIComponent(next)}`;
  const items = published.map(({ factCheck, editions }) => {
    const edition = editions.at(-1)!;
    return html`<li lang="${edition.language}" dir="${directionOf(edition.language)}">
      <a href="${pageUrl({ base, newsroom, slug: factCheck.slug })}">${edition.title}</a>
      <div>
        <strong>${edition.rating.labels[labelLanguage(edition.language)]}</strong> ·
        ${renderTime(factCheck.publishedAt)}
      </div>
    </li>`;
  });
  const body = html`${
    items.length
      ? html`<ul>
          ${items}
        </ul>`
      : html`<p>${words.none}</p>`
  }
  ${older ? html`<p><a href="${older}" rel="next">${words.older}</a></p>` : ''}`;
  const canonical = here === null ? url : `${url}?after=${encodeURIComponent(here)}`;
  return renderPage(newsroom, { title: words.all, canonical, body }, base);
}

/** How the newsroom works and corrects: in its own words, or what the service holds everybody to. */
export function renderMethodPage(newsroom: Newsroom, base: string): string {
  const words = wordsOf(newsroom);
  const body = html`<section>
      ${newsroom.methodology === null ? '' : html`<p class="text" dir="auto">${newsroom.methodology}</p>`}
      <p>${words.methodNote}</p>
    </section>
    <section>
      <h2>${words.correctionsPolicy}</h2>
      ${newsroom.correctionsPolicy === null ? '' : html`<p class="text" dir="auto">${newsroom.correctionsPolicy}</p>`}
      <p>${words.correctionsNote}</p>
    </section>`;
  return renderPage(newsroom, { title: words.methodOf, canonical: newsroomUrl(base, newsroom, 'method'), body }, base);
}

export function renderContactPage(newsroom: Newsroom, base: string): string {
  const words = wordsOf(newsroom);
  const { contactEmail, contactUrl } = newsroom;
  const body = html`${
    contactEmail === null
      ? ''
      : html`<p><a href="mailto:${encodeURIComponent(contactEmail)}" dir="ltr">${contactEmail}</a></p>`
  }
  ${contactUrl === null ? '' : html`<p><a href="${contactUrl}" rel="noopener" dir="ltr">${contactUrl}</a></p>`}
  ${contactEmail === null && contactUrl === null ? html`<p>${words.noContact}</p>` : ''}`;
  return renderPage(newsroom, { title: words.contact, canonical: newsroomUrl(base, newsroom, 'contact'), body }, base);
}

const languageOf = (newsroom: Newsroom) => labelLanguage(newsroom.languages[0] ?? 'en');
const wordsOf = (newsroom: Newsroom) => PAGE_WORDS[languageOf(newsroom)];

function renderPage(
  newsroom: Newsroom,
  { title, canonical, body }: { title: string; canonical: string; body: Html },
  base: string,
): string {
  const language = languageOf(newsroom);
  const name = publicNameOf(newsroom);
  return html`<!doctype html>
    <html lang="${language}" dir="${directionOf(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${name}</title>
        <link rel="canonical" href="${canonical}" />
        <link rel="alternate" type="application/rss+xml" title="${name}" href="${rssUrl(base, newsroom)}" />
        <meta property="og:type" content="website" />
        <meta property="og:title" content="${title}" />
        <meta property="og:site_name" content="${name}" />
        <meta property="og:url" content="${canonical}" />
        ${STYLE_ELEMENT}
      </head>
      <body>
        <header dir="auto">${name}</header>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
        <footer>${renderLinks(newsroom, wordsOf(newsroom), base)}</footer>
      </body>
    </html> `.text;
}
