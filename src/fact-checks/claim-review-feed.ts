import { pageUrl } from './claim-review-of.js';
import { documentOf } from './fact-check-page.js';
import type { Published } from './fact-checks.store.js';

/** A schema.org DataFeed of what a newsroom has published, newest first. What was taken back is not in it. */
export function buildClaimReviewFeed(published: readonly Published[], base: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'DataFeed',
    dateModified: published
      .map(({ factCheck }) => factCheck.updatedAt.toISOString())
      .sort()
      .at(-1),
    dataFeedElement: published.map((each) => feedItemOf(each, base)),
  };
}

/** One fact-check in a feed; without a ClaimReview once it was taken back. */
export const feedItemOf = (each: Published, base: string): object => ({
  '@type': 'DataFeedItem',
  dateCreated: each.factCheck.publishedAt.toISOString(),
  dateModified: each.factCheck.updatedAt.toISOString(),
  url: pageUrl({ base, newsroom: each.newsroom, slug: each.factCheck.slug }),
  item: [documentOf(each, base)].filter((document) => document !== null),
});
