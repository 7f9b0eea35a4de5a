import type { Newsroom } from '../generated/prisma/client.js';
import type { Transaction } from '../platform/database/database.js';
import { html } from '../platform/html.js';
import { pageUrl } from './claim-review-of.js';
import { newsroomUrl } from './page-parts.js';

/** What sitemaps.org allows in one file. */
export const MOST_ADDRESSES = 50_000;

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const PROLOGUE = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Where a file of the sitemap begins, and when something in it changed last. */
export interface SitemapPart {
  readonly from: string;
  readonly modifiedAt: Date;
}

/** The files that what a newsroom has published and not taken back fills. */
export const readSitemapParts = (tx: Transaction, newsroomId: string, most = MOST_ADDRESSES) =>
  tx.$queryRaw<SitemapPart[]>`
    select min(id::text) as "from", max(updated_at) as "modifiedAt"
    from (select id, updated_at, (row_number() over (order by id) - 1) / ${most}::int as part
      from fact_checks where newsroom_id = ${newsroomId}::uuid and status <> 'RETRACTED') numbered
    group by part order by part`;

export const readSitemapPart = (tx: Transaction, newsroomId: string, from: string, most = MOST_ADDRESSES) =>
  tx.factCheck.findMany({
    where: { newsroomId, status: { not: 'RETRACTED' }, id: { gte: from } },
    orderBy: { id: 'asc' },
    take: most,
    select: { slug: true, updatedAt: true },
  });

/** An index, whose first file holds the newsroom's own pages. */
export function buildSitemapIndex(newsroom: Pick<Newsroom, 'slug'>, parts: readonly SitemapPart[], base: string) {
  const url = `${base}/n/${newsroom.slug}/sitemap-page.xml`;
  const files = parts.map(
    ({ from, modifiedAt }) =>
      html`<sitemap><loc>${`${url}?from=${from}`}</loc><lastmod>${modifiedAt.toISOString()}</lastmod></sitemap>`,
  );
  return (
    PROLOGUE +
    html`<sitemapindex xmlns="${NAMESPACE}"
      ><sitemap><loc>${url}</loc></sitemap
      >${files}</sitemapindex
    >`.text
  );
}

export function buildSitemap(
  newsroom: Pick<Newsroom, 'name' | 'publicName' | 'slug'>,
  factChecks: readonly { slug: string; updatedAt: Date }[] | null,
  base: string,
) {
  const urls = factChecks
    ? factChecks.map(
        ({ slug, updatedAt }) =>
          html`<url><loc>${pageUrl({ base, newsroom, slug })}</loc><lastmod>${updatedAt.toISOString()}</lastmod></url>`,
      )
    : (['fact-checks', 'method', 'contact'] as const).map(
        (page) => html`<url><loc>${newsroomUrl(base, newsroom, page)}</loc></url>`,
      );
  return PROLOGUE + html`<urlset xmlns="${NAMESPACE}">${urls}</urlset>`.text;
}
