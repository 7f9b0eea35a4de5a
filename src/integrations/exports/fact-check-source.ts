import { publicNameOf } from '../../accounts/public-name.js';
import { feedItemOf } from '../../fact-checks/claim-review-feed.js';
import { labelLanguage, pageUrl } from '../../fact-checks/claim-review-of.js';
import { documentOf } from '../../fact-checks/fact-check-page.js';
import {
  countFactChecks,
  pageOfFactChecks,
  type Published,
  readEditions,
} from '../../fact-checks/fact-checks.store.js';
import type { ExportFormat, FactCheckFilter, FactCheckOrder } from '../../generated/graphql.js';
import type { ExportSetting, ExportSource } from './export-source.js';

/** By a time that no correction changes. */
const ORDER: FactCheckOrder = { field: 'PUBLISHED_AT', direction: 'ASC' };

const COLUMNS = [
  ...['type', 'id', 'slug', 'url', 'version', 'status', 'title', 'summary', 'claimReviewed', 'claimant', 'rating'],
  ...['ratingLabel', 'ratingValue', 'bestRating', 'worstRating', 'rationale', 'language', 'publisher'],
  ...['publisherUrl', 'articleUrl', 'taskId', 'publishedAt', 'updatedAt'],
] as const;

export function factCheckSource(
  given: FactCheckFilter,
  { newsroom, base }: ExportSetting,
  format: ExportFormat,
): ExportSource {
  const filter = format === 'JSONLD' ? withoutRetracted(given) : given;
  return {
    columns: COLUMNS,
    count: (tx) => countFactChecks(tx, filter),
    async read(tx, after, limit) {
      const rows = await pageOfFactChecks(tx, filter, ORDER, { first: limit - 1, after, list: '' });
      const editions = await readEditions(
        tx,
        rows.map(({ id }) => id),
      );
      return rows.map((factCheck) => {
        const published = { factCheck, editions: editions.get(factCheck.id)!, newsroom };
        return {
          record: recordOf(published, base),
          feedItem: feedItemOf(published, base),
          place: [factCheck.publishedAt.toISOString(), factCheck.id],
        };
      });
    },
  };
}

/** What was taken back has no ClaimReview any more. */
function withoutRetracted(filter: FactCheckFilter): FactCheckFilter {
  const standing = ['PUBLISHED', 'CORRECTED'] as const;
  return { ...filter, status: standing.filter((status) => !filter.status || filter.status.includes(status)) };
}

function recordOf(
  published: Published,
  base: string,
): Record<(typeof COLUMNS)[number], unknown> & { claimReview: object | null } {
  const { factCheck, editions, newsroom } = published;
  const edition = editions.at(-1)!;
  const { claimReview: numbers } = edition.rating;
  return {
    type: 'FactCheck',
    id: factCheck.id,
    slug: factCheck.slug,
    url: pageUrl({ base, newsroom, slug: factCheck.slug }),
    version: factCheck.version,
    status: factCheck.status,
    title: edition.title,
    summary: edition.summary,
    claimReviewed: edition.claimReviewed,
    claimant: edition.claimant?.name ?? null,
    rating: edition.rating.code,
    ratingLabel: edition.rating.labels[labelLanguage(edition.language)],
    ratingValue: numbers?.ratingValue ?? null,
    bestRating: numbers?.bestRating ?? null,
    worstRating: numbers?.worstRating ?? null,
    rationale: edition.rationale,
    language: edition.language,
    publisher: publicNameOf(newsroom),
    publisherUrl: `${base}/`,
    articleUrl: edition.appearance?.url ?? null,
    taskId: factCheck.taskId,
    publishedAt: factCheck.publishedAt,
    updatedAt: factCheck.updatedAt,
    // In JSON Lines alone: a table has no cell for it.
    claimReview: documentOf(published, base),
  };
}
