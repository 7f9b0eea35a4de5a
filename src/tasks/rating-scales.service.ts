import { Inject, Injectable } from '@nestjs/common';
import type { AuditAction } from '../accounts/audit/audit-actions.js';
import { recordAct } from '../accounts/audit/record-act.js';
import { requireRole } from '../accounts/roles.js';
import type { Viewer } from '../accounts/viewer.js';
import { checkRatingScale } from '../core/workflow/check-rating-scale.js';
import type { ClaimReviewNumbers, RatingScale } from '../core/workflow/rating-scale.js';
import type { RatingInput, SaveRatingScaleInput } from '../generated/graphql.js';
import { CLOCK, type Clock } from '../platform/clock.js';
import type { Transaction } from '../platform/database/database.js';
import { badInput, notFound, RequestError } from '../platform/request-error.js';
import { textFault } from '../platform/text-fault.js';
import { lockRules } from './newsroom-policy.store.js';
import { addScaleVersion, isRetired, lastVersion, readScaleRecords, retireScale } from './rating-scales.store.js';

const MOST_RATINGS = 50;
const LONGEST_LABEL = 100;
const RESERVED = /^DEFAULT_/;

/** A newsroom's own scales. A version is never edited: whatever changes is a new one, and verdicts keep theirs. */
@Injectable()
export class RatingScalesService {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Two at once: the second waits for the first, and is refused for the version that it saw. */
  async save(viewer: Viewer, input: SaveRatingScaleInput): Promise<RatingScale> {
    requireRole(viewer.role, 'ADMIN');
    const { code, kind, expectedVersion } = input;
    const ratings = input.ratings.map((rating, index) => ({
      ...rating,
      order: index + 1,
      claimReview: numbersOf(rating),
    }));
    const scale: RatingScale = {
      ...{ code, kind, version: expectedVersion + 1 },
      ratings: ratings.map(({ code: rating, order, labels: { ar, en, fr }, claimReview, needsEvidence }) => ({
        ...{ code: rating, order, labels: { ar, en, fr }, claimReview, needsEvidence },
      })),
    };
    const faults = faultsOf(scale, input);
    if (Object.keys(faults).length > 0) throw badInput(faults);
    const { newsroomId } = viewer.newsroom;
    return viewer.newsroom.transaction(async (tx) => {
      await lockRules(tx, newsroomId);
      const last = await findLast(tx, newsroomId, code);
      expectVersion(last?.version ?? 0, expectedVersion);
      if (last && last.kind !== kind) throw badInput({ kind: `The scale ${code} is one for ${last.kind} tasks.` });
      await addScaleVersion(tx, newsroomId, scale, this.clock.now());
      await this.audit(tx, viewer, 'RATING_SCALE_ADDED', scale);
      return scale;
    });
  }

  async retire(viewer: Viewer, code: string, expectedVersion: number): Promise<RatingScale> {
    const { newsroomId } = viewer.newsroom;
    return viewer.newsroom.transaction(async (tx) => {
      await lockRules(tx, newsroomId);
      const own = (await readScaleRecords(tx, [newsroomId])).get(newsroomId)!;
      const last = lastVersion(own, code);
      if (!last && !RESERVED.test(code)) throw notFound('The scale');
      requireRole(viewer.role, 'ADMIN');
      if (!last) throw new RequestError('INVALID_TRANSITION', 'A default scale cannot be retired.');
      expectVersion(last.version, expectedVersion);
      if (isRetired(own, last)) throw new RequestError('INVALID_TRANSITION', 'The scale is retired already.');
      await retireScale(tx, newsroomId, last, this.clock.now());
      await this.audit(tx, viewer, 'RATING_SCALE_RETIRED', last);
      return last;
    });
  }

  private audit(tx: Transaction, viewer: Viewer, action: AuditAction, { code, version, kind }: RatingScale) {
    const subject = { kind: 'RATING_SCALE', id: viewer.newsroom.newsroomId };
    return recordAct(tx, viewer, { action, at: this.clock.now(), subject, data: { code, version, kind } });
  }
}

const findLast = async (tx: Transaction, newsroomId: string, code: string) =>
  lastVersion((await readScaleRecords(tx, [newsroomId])).get(newsroomId)!, code);

function expectVersion(version: number, expected: number): void {
  if (version !== expected) throw new RequestError('CONFLICT', 'The scale has changed since it was read.');
}

/** All three numbers, or null: that only some were given, `faultsOf` says. */
function numbersOf({ ratingValue, bestRating, worstRating }: RatingInput): ClaimReviewNumbers | null {
  if (ratingValue == null || bestRating == null || worstRating == null) return null;
  return { ratingValue, bestRating, worstRating };
}

function faultsOf(scale: RatingScale, input: SaveRatingScaleInput): Record<string, string> {
  const faults: Record<string, string> = {};
  if (!/^[A-Z][A-Z0-9_]{0,59}$/.test(scale.code)) faults.code = 'The code must be in CAPITALS, at most 60 of them.';
  else if (RESERVED.test(scale.code)) faults.code = 'Codes that begin with DEFAULT_ are reserved.';
  const found = [...checkRatingScale(scale)];
  if (scale.ratings.length > MOST_RATINGS) found.push(`A scale has at most ${MOST_RATINGS} ratings.`);
  for (const rating of input.ratings) {
    const numbers = [rating.ratingValue, rating.bestRating, rating.worstRating].filter((each) => each != null);
    if (numbers.length % 3 !== 0) found.push(`${rating.code} needs all three numbers, or none.`);
    const texts = [rating.code, rating.labels.ar, rating.labels.en, rating.labels.fr];
    if (texts.some((text) => textFault(text, LONGEST_LABEL))) {
      found.push(`A label or code is longer than ${LONGEST_LABEL} characters or no text.`);
    }
  }
  return found.length === 0 ? faults : { ...faults, ratings: [...new Set(found)].join(' ') };
}
