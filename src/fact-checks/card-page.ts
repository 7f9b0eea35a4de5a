import { publicNameOf } from '../accounts/public-name.js';
import { html } from '../platform/html.js';
import { labelLanguage, pageUrl } from './claim-review-of.js';
import { directionOf, STYLE_ELEMENT } from './fact-check-page.js';
import type { Published } from './fact-checks.store.js';
import { PAGE_WORDS } from './page-words.js';

/** A fact-check in short, for a frame in somebody else's page. It runs no script and asks for nothing. */
export function renderCard({ factCheck, editions, newsroom }: Published, base: string): string {
  const edition = editions.at(-1)!;
  const language = labelLanguage(edition.language);
  const words = PAGE_WORDS[language];
  const url = pageUrl({ base, newsroom, slug: factCheck.slug });
  const rating = factCheck.status === 'RETRACTED' ? words.retracted : edition.rating.labels[language];
  return html`<!doctype html>
    <html lang="${edition.language}" dir="${directionOf(edition.language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${edition.title}</title>
        <link rel="canonical" href="${url}" />
        ${STYLE_ELEMENT}
      </head>
      <body>
        <header dir="auto">${publicNameOf(newsroom)} · ${words.factCheck}</header>
        <blockquote class="text" dir="auto">${edition.claimReviewed}</blockquote>
        <p class="rating">${rating}</p>
        <p><a href="${url}" target="_blank" rel="noopener">${words.readMore}</a></p>
      </body>
    </html> `.text;
}

/** What a site puts into its page to show the card. */
export function renderEmbed({ factCheck, editions, newsroom }: Published, base: string): string {
  const url = `${pageUrl({ base, newsroom, slug: factCheck.slug })}/card`;
  return html`<iframe
    src="${url}"
    title="${editions.at(-1)!.title}"
    width="100%"
    height="320"
    loading="lazy"
    sandbox="allow-popups allow-popups-to-escape-sandbox"
    referrerpolicy="no-referrer"
  ></iframe>`.text;
}
