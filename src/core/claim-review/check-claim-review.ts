import { foldText } from '../extraction/fold-text.js';
import type { ClaimReviewDocument } from './model.js';

/** What a document is held against beyond itself. */
export interface ClaimReviewExpectations {
  /** The address of the page that carries it. */
  readonly pageUrl: string;
  /** How the rating reads, in every language: the claim must not give the answer away. */
  readonly ratingLabels: readonly string[];
  /** Who must never stand as the claimant: an unnamed source, who denies the claim, the speaker of a quote. */
  readonly notClaimants: readonly string[];
}

/** One thing that is wrong; `field` is that of the document. */
export interface ClaimReviewFault {
  readonly field: 'claimReviewed' | 'reviewRating' | 'url' | 'itemReviewed';
  readonly message: string;
}

/** What forbids publication: all that Google and schema.org require. None for a document that may go out. */
export function checkClaimReview(
  document: ClaimReviewDocument,
  { pageUrl, ratingLabels, notClaimants }: ClaimReviewExpectations,
): readonly ClaimReviewFault[] {
  const { claimReviewed, reviewRating, itemReviewed } = document;
  const faults: ClaimReviewFault[] = [];
  const claim = words(claimReviewed);
  if (claim === '') faults.push({ field: 'claimReviewed', message: 'The claim is empty.' });
  const given = ratingLabels.find((label) => words(label) !== '' && ` ${claim} `.includes(` ${words(label)} `));
  if (given !== undefined) {
    faults.push({ field: 'claimReviewed', message: `The claim contains its rating, “${given}”.` });
  }
  if (words(reviewRating.alternateName) === '') {
    faults.push({ field: 'reviewRating', message: 'The rating has no name.' });
  }
  if (!hasSoundNumbers(reviewRating)) {
    faults.push({ field: 'reviewRating', message: 'The numbers of the rating are not within a range from 1 upwards.' });
  }
  if (document.url !== pageUrl) faults.push({ field: 'url', message: `The url is not that of its page, ${pageUrl}.` });
  const claimant = itemReviewed.author && words(itemReviewed.author.name);
  if (claimant === '') faults.push({ field: 'itemReviewed', message: 'The claimant has no name.' });
  if (claimant !== undefined && notClaimants.some((name) => words(name) === claimant)) {
    faults.push({ field: 'itemReviewed', message: `${itemReviewed.author!.name} must not stand as the claimant.` });
  }
  return faults;
}

/** What is recommended and missing, as sentences. It is shown, and never stands in the way. */
export function adviseOnClaimReview({ claimReviewed, itemReviewed }: ClaimReviewDocument): readonly string[] {
  const advice: string[] = [];
  const length = [...claimReviewed].length;
  if (length >= 75) advice.push(`The claim has ${length} characters; search engines show fewer than 75.`);
  if (!itemReviewed.appearance) advice.push('It is not said where the claim appeared: give the article a sourceUrl.');
  if (!itemReviewed.datePublished) advice.push('It is not said when the claim was made.');
  if (itemReviewed.author && !itemReviewed.author.sameAs) {
    advice.push(`No page is given that tells who ${itemReviewed.author.name} is (sameAs).`);
  }
  return advice;
}

/** Either none of the three, or all of them: 1 <= worst < best, and the value between. */
function hasSoundNumbers({ ratingValue, bestRating, worstRating }: ClaimReviewDocument['reviewRating']): boolean {
  if (ratingValue === undefined && bestRating === undefined && worstRating === undefined) return true;
  if (ratingValue === undefined || bestRating === undefined || worstRating === undefined) return false;
  return worstRating >= 1 && worstRating < bestRating && ratingValue >= worstRating && ratingValue <= bestRating;
}

/** The words of a text in folded form, one space between them. */
const words = (text: string): string =>
  foldText(text)
    .text.split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ');
