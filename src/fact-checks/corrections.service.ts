import { Injectable } from '@nestjs/common';
import { findNewsroom } from '../accounts/accounts.store.js';
import type { Viewer } from '../accounts/viewer.js';
import type { InputFault } from '../core/workflow/model.js';
import { visibleLength } from '../core/workflow/visible-length.js';
import type { CorrectFactCheckInput } from '../generated/graphql.js';
import type { Transaction } from '../platform/database/database.js';
import { isId } from '../platform/ids.js';
import { notFound } from '../platform/request-error.js';
import { PublicUrl } from '../platform/public-url.js';
import { textFault } from '../platform/text-fault.js';
import { scaleKey, readScales } from '../tasks/rating-scales.store.js';
import { commentFaults } from '../tasks/tasks.service.js';
import { rationaleFaults } from '../tasks/verdicts.service.js';
import { type TaskAtHand, Workflow } from '../tasks/workflow.js';
import { findRating, type Rating } from '../core/workflow/rating-scale.js';
import { findEditionFaults } from './claim-review-of.js';
import { readNotClaimants } from './compose-edition.js';
import { addCorrection, findPendingCorrection, settleCorrection } from './corrections.store.js';
import type { EditionRow } from './edition.js';
import { correctFactCheck, type FactCheckRow, findFactCheck, readEditions } from './fact-checks.store.js';
import { editionTextFaults } from './fact-checks.service.js';

/** What was published is changed only by a correction that somebody else approves. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly workflow: Workflow,
    private readonly publicUrl: PublicUrl,
  ) {}

  async propose(viewer: Viewer, input: CorrectFactCheckInput): Promise<FactCheckRow> {
    const { factCheckId, class: correctionClass, publicNote, expectedVersion, rationale } = input;
    return viewer.newsroom.transaction(async (tx) => {
      const { taskId } = await getFactCheck(tx, factCheckId);
      let rating: Rating | null | undefined;
      await this.workflow.actWithin(tx, viewer, taskId, 'CORRECT', {
        facts: async (at) => {
          const edition = await getEdition(tx, factCheckId);
          rating = input.rating == null ? undefined : await findRatingOf(tx, edition, input.rating);
          return {
            expectedVersion,
            correctionClass,
            publicNote,
            rating: rating && { code: rating.code, needsEvidence: rating.needsEvidence },
            rationaleLength: rationale == null ? undefined : visibleLength(rationale),
            inputFaults: await this.findFaults(at, input, edition, rating ?? edition.rating),
          };
        },
        record: async ({ task, event, memberId }) => {
          const changed = event.correction!.rating;
          const correction = await addCorrection(tx, {
            newsroomId: task.newsroomId,
            factCheckId,
            class: correctionClass,
            publicNote,
            rating: changed?.code ?? null,
            needsEvidence: changed?.needsEvidence ?? null,
            rationale: rationale ?? null,
            title: input.title ?? null,
            summary: input.summary ?? null,
            claimReviewed: input.claimReviewed ?? null,
            authorId: memberId,
            proposedAt: new Date(event.at),
          });
          return { references: { factCheckId, correctionId: correction.id } };
        },
      });
      return getFactCheck(tx, factCheckId);
    });
  }

  async approve(viewer: Viewer, factCheckId: string, expectedVersion: number): Promise<FactCheckRow> {
    return viewer.newsroom.transaction(async (tx) => {
      const { taskId } = await getFactCheck(tx, factCheckId);
      let corrected!: FactCheckRow;
      await this.workflow.actWithin(tx, viewer, taskId, 'APPROVE_CORRECTION', {
        facts: () => ({ expectedVersion }),
        record: async ({ now, memberId }) => {
          const factCheck = await getFactCheck(tx, factCheckId);
          const edition = await getEdition(tx, factCheckId);
          const correction = (await findPendingCorrection(tx, factCheckId))!;
          await settleCorrection(tx, correction.id, { status: 'APPROVED', deciderId: memberId, decidedAt: now });
          const rating = correction.rating ? await findRatingOf(tx, edition, correction.rating) : null;
          const content = correction.class === 'RETRACTION' ? edition : correctedContent(edition, correction, rating);
          corrected = await correctFactCheck(tx, factCheck, content, correction, now);
          return { references: { factCheckId, correctionId: correction.id, edition: corrected.version } };
        },
      });
      return corrected;
    });
  }

  async reject(viewer: Viewer, factCheckId: string, comment: string, expectedVersion: number): Promise<FactCheckRow> {
    return viewer.newsroom.transaction(async (tx) => {
      const { taskId } = await getFactCheck(tx, factCheckId);
      await this.workflow.actWithin(tx, viewer, taskId, 'REJECT_CORRECTION', {
        facts: () => ({ comment, expectedVersion, inputFaults: commentFaults('comment', comment) }),
        record: async ({ now, memberId }) => {
          const { id } = (await findPendingCorrection(tx, factCheckId))!;
          await settleCorrection(tx, id, { status: 'REJECTED', deciderId: memberId, decidedAt: now, comment });
          return { comment, references: { factCheckId, correctionId: id } };
        },
      });
      return getFactCheck(tx, factCheckId);
    });
  }

  /** Faults of the texts, and of the edition that the correction would make. */
  private async findFaults(
    { tx, task, now }: TaskAtHand,
    input: CorrectFactCheckInput,
    edition: EditionRow,
    rating: Rating,
  ): Promise<InputFault[]> {
    const faults = correctionTextFaults(input);
    if (faults.length > 0 || input.class === 'RETRACTION') return faults;
    const newsroom = (await findNewsroom(tx, task.newsroomId))!;
    const { slug, publishedAt } = await getFactCheck(tx, edition.factCheckId);
    return findEditionFaults(
      correctedContent(edition, input, rating),
      { base: this.publicUrl.base, newsroom, slug },
      { publishedAt, modifiedAt: now },
      await readNotClaimants(tx, task),
    );
  }
}

async function getFactCheck(tx: Transaction, id: string): Promise<FactCheckRow> {
  const factCheck = isId(id) ? await findFactCheck(tx, id) : null;
  if (!factCheck) throw notFound('The fact-check');
  return factCheck;
}

const getEdition = async (tx: Transaction, factCheckId: string): Promise<EditionRow> =>
  (await readEditions(tx, [factCheckId])).get(factCheckId)!.at(-1)!;

/** The edition with what the correction says anew. */
export const correctedContent = (
  edition: EditionRow,
  correction: Pick<CorrectFactCheckInput, 'title' | 'summary' | 'claimReviewed' | 'rationale'>,
  rating: Rating | null,
): EditionRow => ({
  ...edition,
  title: correction.title ?? edition.title,
  summary: correction.summary ?? edition.summary,
  claimReviewed: correction.claimReviewed ?? edition.claimReviewed,
  rationale: correction.rationale ?? edition.rationale,
  rating: rating ?? edition.rating,
});

/** What is wrong with the texts of a correction, before they are put together with the edition. */
export function correctionTextFaults(input: CorrectFactCheckInput): InputFault[] {
  const faults = [...editionTextFaults(input), ...rationaleFaults(input.rationale)];
  const noteFault = textFault(input.publicNote, 10_000);
  return noteFault ? [...faults, { field: 'publicNote', message: `The publicNote ${noteFault}.` }] : faults;
}

/** A correction stays within the scale that the fact-check was rated on. */
export async function findRatingOf(tx: Transaction, edition: EditionRow, code: string): Promise<Rating | null> {
  const key = scaleKey({ code: edition.scaleCode, version: edition.scaleVersion });
  const scale = (await readScales(tx, [key])).get(key);
  return scale ? findRating(scale, code) : null;
}
