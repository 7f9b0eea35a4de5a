import type { ClaimReviewNumbers } from '../workflow/rating-scale.js';

/** Who made the claim under review, as far as they may be named. */
export interface Claimant {
  readonly type: 'Person' | 'Organization';
  readonly name: string;
  readonly url: string | null;
}

/** Where the claim was made. */
export interface Appearance {
  readonly url: string;
  readonly headline: string | null;
  /** ISO 8601. */
  readonly publishedAt: string | null;
}

/** All that a ClaimReview says, before it is put into schema.org's words. */
export interface PublishedReview {
  /** Of the page that carries it. */
  readonly url: string;
  readonly claimReviewed: string;
  /** BCP 47. */
  readonly language: string;
  /** The rating's label in that language, and its numbers where it is a degree of truth. */
  readonly ratingLabel: string;
  readonly ratingNumbers: ClaimReviewNumbers | null;
  readonly publisher: { readonly name: string; readonly url: string };
  readonly claimant: Claimant | null;
  readonly appearance: Appearance | null;
  /** ISO 8601. */
  readonly publishedAt: string;
  readonly modifiedAt: string;
}

/** A schema.org ClaimReview as Isnad writes it; `build-claim-review.ts` holds it against schema-dts. */
export interface ClaimReviewDocument {
  readonly '@context': 'https://schema.org';
  readonly '@type': 'ClaimReview';
  readonly url: string;
  readonly inLanguage: string;
  readonly claimReviewed: string;
  readonly datePublished: string;
  readonly dateModified: string;
  readonly author: { readonly '@type': 'Organization'; readonly name: string; readonly url: string };
  readonly reviewRating: {
    readonly '@type': 'Rating';
    readonly alternateName: string;
    readonly ratingValue?: number;
    readonly bestRating?: number;
    readonly worstRating?: number;
  };
  readonly itemReviewed: {
    readonly '@type': 'Claim';
    readonly author?: Author<'Person'> | Author<'Organization'>;
    readonly datePublished?: string;
    readonly appearance?: { readonly '@type': 'CreativeWork'; readonly url: string; readonly headline?: string };
  };
}

interface Author<Type extends Claimant['type']> {
  readonly '@type': Type;
  readonly name: string;
  readonly sameAs?: string;
}
