import { foldForSearch } from '../../src/core/extraction/fold-for-search.js';
import { findRating } from '../../src/core/workflow/rating-scale.js';
import { DEFAULT_RATING_SCALES } from '../../src/core/workflow/rating-scales.js';
import { addFactCheck, claimSlug } from '../../src/fact-checks/fact-checks.store.js';
import type { TestNewsroom } from '../kit/newsrooms.js';

/** A fact-check as the desk publishes one, without the way there. */
export function publishRow({ id: newsroomId, handle }: TestNewsroom, taskId: string, memberId: string, claim: string) {
  return handle.transaction(async (tx) => {
    const place = {
      newsroomId,
      taskId,
      slug: await claimSlug(tx, newsroomId, foldForSearch(claim).replace(/\W+/g, '-')),
    };
    const content = {
      ...{ title: claim, summary: 'Summary', claimReviewed: claim, rationale: 'Rationale', language: 'en' },
      rating: findRating(DEFAULT_RATING_SCALES.CLAIM, 'FALSE')!,
      ...{ scaleCode: 'DEFAULT_CLAIM', scaleVersion: 1, claimant: null, appearance: null, evidence: [] },
      participants: { proposerId: memberId, approverId: memberId, publisherId: memberId },
    };
    return addFactCheck(tx, place, content, new Date());
  });
}
