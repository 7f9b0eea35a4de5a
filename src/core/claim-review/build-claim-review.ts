import type { ClaimReview, WithContext } from 'schema-dts';
import type { Appearance, Claimant, ClaimReviewDocument, PublishedReview } from './model.js';

/**
 * The schema.org document of a published review. What is not known is left out: an empty author would name somebody, and
 * a rating beside the way from false to true has no number on it.
 */
export function buildClaimReview(review: PublishedReview): ClaimReviewDocument {
  const { url, ratingNumbers, publisher, claimant, appearance } = review;
  const document: ClaimReviewDocument = {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url,
    inLanguage: review.language,
    claimReviewed: review.claimReviewed,
    datePublished: review.publishedAt,
    dateModified: review.modifiedAt,
    author: { '@type': 'Organization', name: publisher.name, url: publisher.url },
    reviewRating: { '@type': 'Rating', alternateName: review.ratingLabel, ...ratingNumbers },
    itemReviewed: {
      '@type': 'Claim',
      ...(claimant ? { author: authorOf(claimant) } : {}),
      ...(appearance?.publishedAt ? { datePublished: appearance.publishedAt } : {}),
      ...(appearance ? { appearance: workOf(appearance) } : {}),
    },
  };
  // Does not compile where schema.org has other words for it.
  return document satisfies WithContext<ClaimReview>;
}

function authorOf({ type, name, url }: Claimant): ClaimReviewDocument['itemReviewed']['author'] {
  const named = { name, ...(url === null ? {} : { sameAs: url }) };
  return type === 'Person' ? { '@type': 'Person', ...named } : { '@type': 'Organization', ...named };
}

function workOf({ url, headline }: Appearance): ClaimReviewDocument['itemReviewed']['appearance'] {
  return { '@type': 'CreativeWork', url, ...(headline === null ? {} : { headline }) };
}
