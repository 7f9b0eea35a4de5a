import { publicNameOf } from '../accounts/public-name.js';
import { buildClaimReview } from '../core/claim-review/build-claim-review.js';
import { checkClaimReview } from '../core/claim-review/check-claim-review.js';
import type { ClaimReviewDocument } from '../core/claim-review/model.js';
import type { InputFault } from '../core/workflow/model.js';
import { LABEL_LANGUAGES, type LabelLanguage } from '../core/workflow/rating-scale.js';
import type { Newsroom } from '../generated/prisma/client.js';
import type { EditionContent } from './edition.js';

/** Where an edition is published: the newsroom, the fact-check's name in addresses, and the service's own address. */
export interface Place {
  readonly base: string;
  readonly newsroom: Pick<Newsroom, 'name' | 'publicName' | 'slug'>;
  readonly slug: string;
}

export interface Dates {
  readonly publishedAt: Date;
  readonly modifiedAt: Date;
}

/** The address of a fact-check's public page. */
export const pageUrl = ({ base, newsroom, slug }: Place): string =>
  `${base}/n/${newsroom.slug}/fact-checks/${encodeURIComponent(slug)}`;

/** The language in which a rating is named: that of the text, or English where there is no label in it. */
export const labelLanguage = (language: string): LabelLanguage =>
  LABEL_LANGUAGES.find((known) => known === language) ?? 'en';

export function claimReviewOf(content: EditionContent, place: Place, dates: Dates): ClaimReviewDocument {
  return buildClaimReview({
    url: pageUrl(place),
    claimReviewed: content.claimReviewed,
    language: content.language,
    ratingLabel: content.rating.labels[labelLanguage(content.language)],
    ratingNumbers: content.rating.claimReview,
    publisher: { name: publicNameOf(place.newsroom), url: `${place.base}/` },
    claimant: content.claimant,
    appearance: content.appearance,
    publishedAt: dates.publishedAt.toISOString(),
    modifiedAt: dates.modifiedAt.toISOString(),
  });
}

/** What forbids publishing this edition, each with the input field that can mend it. */
export function findEditionFaults(
  content: EditionContent,
  place: Place,
  dates: Dates,
  notClaimants: readonly string[],
): InputFault[] {
  const faults = checkClaimReview(claimReviewOf(content, place, dates), {
    pageUrl: pageUrl(place),
    ratingLabels: Object.values(content.rating.labels),
    notClaimants,
  });
  const texts = (['title', 'summary', 'rationale'] as const).filter((field) => content[field].trim() === '');
  return [
    ...faults.map(({ field, message }) => ({ field: field === 'reviewRating' ? 'rating' : field, message })),
    ...texts.map((field) => ({ field, message: `The ${field} is empty.` })),
  ];
}
