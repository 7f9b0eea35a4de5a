import { createHash } from 'node:crypto';
import { publicNameOf } from '../accounts/public-name.js';
import type { ClaimReviewDocument } from '../core/claim-review/model.js';
import { Html, html } from '../platform/html.js';
import { claimReviewOf, labelLanguage, pageUrl } from './claim-review-of.js';
import { type EditionRow, PARTS, type PublishedEvidence } from './edition.js';
import type { Published } from './fact-checks.store.js';
import { PAGE_WORDS, type PageWords } from './page-words.js';
import { newsroomUrl, renderLinks, renderOpenGraph } from './page-parts.js';
import { rssUrl } from './rss-url.js';

const STYLE = `
:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.7; }
body { margin: 0 auto; max-width: 44rem; padding: 2rem 1rem; }
h1 { line-height: 1.3; }
h2 { font-size: 1rem; margin-block: 2rem 0.5rem; opacity: 0.75; }
blockquote { border-inline-start: 0.25rem solid currentColor; margin-inline: 0; padding-inline-start: 1rem; }
.rating { font-size: 1.4rem; font-weight: 700; }
.text { white-space: pre-line; }
.note { border: 1px solid currentColor; border-radius: 0.5rem; padding: 0.75rem 1rem; }
li { margin-block: 0.75rem; overflow-wrap: anywhere; }
`;

/** Whole, so that no formatting of the templates below gets between the style and its hash. */
export const STYLE_ELEMENT = new Html(`<style>${STYLE}</style>`);

/** As a Content-Security-Policy names it. */
export const PAGE_STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

/** For the Content-Security-Policy: this style and nothing else. The JSON-LD is data, which no policy runs or stops. */
export const PAGE_POLICY = `default-src 'none'; style-src ${PAGE_STYLE_HASH}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The card alone may stand in a page of anybody. */
export const CARD_POLICY = PAGE_POLICY.replace("frame-ancestors 'none'", 'frame-ancestors *');

/** Of a text in this language. */
export const directionOf = (language: string): 'rtl' | 'ltr' => (RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr');

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'ur', 'he', 'ps', 'sd', 'ug', 'yi', 'dv', 'ckb']);

/** The ClaimReview of a published fact-check; null for one that was taken back. */
export function documentOf({ factCheck, editions, newsroom }: Published, base: string): ClaimReviewDocument | null {
  if (factCheck.status === 'RETRACTED') return null;
  const dates = { publishedAt: factCheck.publishedAt, modifiedAt: factCheck.updatedAt };
  return claimReviewOf(editions.at(-1)!, { base, newsroom, slug: factCheck.slug }, dates);
}

/** The public page of a fact-check. What its JSON-LD says, it shows; a retracted one says that it was taken back. */
export function renderFactCheckPage(published: Published, base: string): string {
  const { factCheck, editions, newsroom } = published;
  const edition = editions.at(-1)!;
  const language = labelLanguage(edition.language);
  const words = PAGE_WORDS[language];
  const document = documentOf(published, base);
  const url = pageUrl({ base, newsroom, slug: factCheck.slug });
  const corrections = editions.filter((each) => each.publicNote !== null);
  return html`<!doctype html>
    <html lang="${edition.language}" dir="${directionOf(edition.language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${edition.title}</title>
        <link rel="canonical" href="${url}" />
        ${renderOpenGraph(published, url)}
        <link
          rel="alternate"
          type="application/rss+xml"
          title="${publicNameOf(newsroom)} · ${words.factCheck}"
          href="${rssUrl(base, newsroom)}"
        />
        ${document ? new Html(`<script type="application/ld+json">${toScript(document)}</script>`) : html`<meta name="robots" content="noindex" />`}
        ${STYLE_ELEMENT}
      </head>
      <body>
        <header dir="auto">${publicNameOf(newsroom)} · ${words.factCheck}</header>
        <main>
          <h1 dir="auto">${edition.title}</h1>
          ${corrections.length ? renderCorrections(corrections, factCheck.status === 'RETRACTED', words) : ''}
          <section>
            <h2>${words.claim}</h2>
            <blockquote class="text" dir="auto">${edition.claimReviewed}</blockquote>
            ${document ? renderOrigin(edition, words) : ''}
          </section>
          ${document ? renderVerdict(edition, document, words) : ''}
          <section>
            <h2>${words.method}</h2>
            <p>${words.methodNote} <a href="${newsroomUrl(base, newsroom, 'method')}">${words.methodOf}</a></p>
            ${renderParticipants(edition, words)}
          </section>
        </main>
        <footer>
          <p>
            ${words.published}
            ${renderTime(factCheck.publishedAt)}${
              factCheck.version > 1 ? html` · ${words.updated} ${renderTime(factCheck.updatedAt)}` : ''
            }
          </p>
          ${renderLinks(newsroom, words, base)}
        </footer>
      </body>
    </html> `.text;
}

export const renderNotFoundPage = (): string =>
  html`<!doctype html>
    <html lang="ar" dir="rtl">
      <head>
        <meta charset="utf-8" />
        <title>404</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <h1>${PAGE_WORDS.ar.notFound}</h1>
        <p lang="en" dir="ltr">${PAGE_WORDS.en.notFound}</p>
        <p lang="fr" dir="ltr">${PAGE_WORDS.fr.notFound}</p>
      </body>
    </html> `.text;

const renderCorrections = (editions: readonly EditionRow[], isRetracted: boolean, words: PageWords): Html =>
  html` <section class="note">
    ${isRetracted ? html`<p><strong>${words.retracted}</strong></p>` : ''}
    <h2>${words.corrections}</h2>
    <ul>
      ${editions.map(
        ({ correctionClass, publicNote, publishedAt, number }) =>
          html`<li id="edition-${number}">
            <strong>${words.classes[correctionClass!]}</strong> · ${renderTime(publishedAt)}
            <div class="text" dir="auto">${publicNote!}</div>
          </li>`,
      )}
    </ul>
  </section>`;

/** By name where the newsroom's policy said so when the edition was published. */
function renderParticipants({ participants: { names } }: EditionRow, words: PageWords): Html | '' {
  if (!names) return '';
  return html`<ul>
    ${PARTS.map((part) => html`<li>${words.parts[part]}: <bdi>${names[part]}</bdi></li>`)}
  </ul>`;
}

const renderOrigin = ({ claimant, appearance }: EditionRow, words: PageWords): Html =>
  html` ${claimant ? html`<p>${words.saidBy}: <bdi>${claimant.name}</bdi></p>` : ''}
  ${
    appearance
      ? html`<p>
          ${words.appearedIn}:
          <a href="${appearance.url}" rel="nofollow noopener"><bdi>${appearance.headline ?? appearance.url}</bdi></a>
        </p>`
      : ''
  }`;

const renderVerdict = (edition: EditionRow, document: ClaimReviewDocument, words: PageWords): Html =>
  html` <section>
      <h2>${words.rating}</h2>
      <p class="rating">${document.reviewRating.alternateName}</p>
    </section>
    ${
      edition.summary === edition.rationale
        ? ''
        : html`<section>
            <h2>${words.summary}</h2>
            <p class="text" dir="auto">${edition.summary}</p>
          </section>`
    }
    <section>
      <h2>${words.rationale}</h2>
      <p class="text" dir="auto">${edition.rationale}</p>
    </section>
    ${
      edition.evidence.length
        ? html`<section>
            <h2>${words.evidence}</h2>
            <ul>
              ${edition.evidence.map((piece) => renderEvidence(piece, words))}
            </ul>
          </section>`
        : ''
    }`;

const renderEvidence = ({ stance, url, quotation, note }: PublishedEvidence, words: PageWords): Html =>
  html`<li>
    <strong>${words.stances[stance]}</strong>
    ${url ? html`<div><a href="${url}" rel="nofollow noopener" dir="ltr">${url}</a></div>` : ''}
    ${quotation ? html`<blockquote class="text" dir="auto">${quotation}</blockquote>` : ''}
    ${note ? html`<div class="text" dir="auto">${note}</div>` : ''}
  </li>`;

export const renderTime = (at: Date): Html =>
  html`<time datetime="${at.toISOString()}" dir="ltr">${at.toISOString().slice(0, 10)}</time>`;

/** JSON that no text in it can end: the characters that mean something to HTML are written as escapes. */
const toScript = (document: object): string =>
  JSON.stringify(document).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
