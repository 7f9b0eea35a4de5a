import { Injectable } from '@nestjs/common';
import { findNewsroom } from '../accounts/accounts.store.js';
import type { Viewer } from '../accounts/viewer.js';
import { adviseOnClaimReview } from '../core/claim-review/check-claim-review.js';
import type { ClaimReviewDocument } from '../core/claim-review/model.js';
import type { InputFault } from '../core/workflow/model.js';
import type { CorrectFactCheckInput, PublishFactCheckInput } from '../generated/graphql.js';
import type { Transaction } from '../platform/database/database.js';
import { isId } from '../platform/ids.js';
import { PublicUrl } from '../platform/public-url.js';
import { readRules } from '../tasks/newsroom-rules.js';
import { readTasks } from '../tasks/tasks.store.js';
import { readVerdicts, verdictInForce } from '../tasks/verdicts.store.js';
import { Workflow } from '../tasks/workflow.js';
import { findEditionFaults } from './claim-review-of.js';
import { composeEdition, readNotClaimants } from './compose-edition.js';
import { correctedContent, correctionTextFaults, findRatingOf } from './corrections.service.js';
import type { EditionContent } from './edition.js';
import { documentOf, renderFactCheckPage } from './fact-check-page.js';
import { editionTextFaults } from './fact-checks.service.js';
import { findFactCheck, type Published, readEditions } from './fact-checks.store.js';
import { slugOf } from './slug.js';

export interface PagePreview {
  readonly html: string;
  readonly claimReview: ClaimReviewDocument | Record<string, never>;
  readonly warnings: readonly string[];
  readonly faults: readonly InputFault[];
}

/** Pages as they would look, made by what makes the public ones; nothing is written. */
@Injectable()
export class PagePreviewsService {
  constructor(
    private readonly workflow: Workflow,
    private readonly publicUrl: PublicUrl,
  ) {}

  /** Null unless the task is APPROVED. The name in its address is still free to change. */
  async ofPublication(tx: Transaction, viewer: Viewer, taskId: string, input: PublishFactCheckInput) {
    const task = isId(taskId) ? (await readTasks(tx, [taskId])).get(taskId) : undefined;
    if (task?.status !== 'APPROVED') return null;
    const verdict = verdictInForce((await readVerdicts(tx, [task.id])).get(task.id) ?? []);
    if (!verdict?.approverId) return null;
    const { newsroomId } = task;
    const { policy } = (await readRules(tx, [newsroomId])).get(newsroomId)!;
    const publisherId = viewer.memberId ?? verdict.approverId;
    const composed = await composeEdition(tx, task, verdict, publisherId, policy.participantsShown, input);
    const now = this.workflow.now();
    const newsroom = (await findNewsroom(tx, newsroomId))!;
    const { content } = composed;
    const factCheck = {
      ...{
        id: task.id,
        newsroomId,
        taskId: task.id,
        slug: slugOf(content.title),
        version: 1,
        status: 'PUBLISHED' as const,
      },
      ...{ rating: content.rating.code, needsEvidence: content.rating.needsEvidence, language: content.language },
      ...{ textFolded: '', publishedAt: now, updatedAt: now },
    };
    const edition = {
      ...content,
      ...{ newsroomId, factCheckId: task.id, number: 1, publishedAt: now, correctionClass: null, publicNote: null },
    };
    const published = { factCheck, newsroom, editions: [edition] };
    return this.preview(published, composed.notClaimants, editionTextFaults(input));
  }

  async ofCorrection(tx: Transaction, input: CorrectFactCheckInput) {
    const { factCheckId, class: correctionClass, publicNote } = input;
    const before = isId(factCheckId) ? await findFactCheck(tx, factCheckId) : null;
    if (!before) return null;
    const editions = (await readEditions(tx, [before.id])).get(before.id)!;
    const edition = editions.at(-1)!;
    const rating = input.rating == null ? null : await findRatingOf(tx, edition, input.rating);
    const faults = correctionTextFaults(input);
    if (input.rating != null && !rating) faults.push({ field: 'rating', message: 'The scale has no such rating.' });
    const content = correctionClass === 'RETRACTION' ? edition : correctedContent(edition, input, rating);
    const now = this.workflow.now();
    const factCheck = {
      ...before,
      version: before.version + 1,
      status: correctionClass === 'RETRACTION' ? ('RETRACTED' as const) : ('CORRECTED' as const),
      updatedAt: now,
    };
    const next = { ...edition, ...content, number: factCheck.version, correctionClass, publicNote, publishedAt: now };
    const newsroom = (await findNewsroom(tx, before.newsroomId))!;
    const task = (await readTasks(tx, [before.taskId])).get(before.taskId)!;
    return this.preview(
      { factCheck, newsroom, editions: [...editions, next] },
      await readNotClaimants(tx, task),
      faults,
    );
  }

  private preview(published: Published, notClaimants: readonly string[], faults: readonly InputFault[]): PagePreview {
    const { base } = this.publicUrl;
    const { factCheck, newsroom, editions } = published;
    const document = documentOf(published, base);
    const content: EditionContent = editions.at(-1)!;
    const dates = { publishedAt: factCheck.publishedAt, modifiedAt: factCheck.updatedAt };
    return {
      html: renderFactCheckPage(published, base),
      claimReview: document ?? {},
      warnings: document ? adviseOnClaimReview(document) : [],
      faults: document
        ? [...faults, ...findEditionFaults(content, { base, newsroom, slug: factCheck.slug }, dates, notClaimants)]
        : faults,
    };
  }
}
