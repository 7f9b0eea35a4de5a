import { Injectable } from '@nestjs/common';
import { recordAct } from '../accounts/audit/record-act.js';
import { requireRole } from '../accounts/roles.js';
import type { Viewer } from '../accounts/viewer.js';
import { type ArticleRow, lockArticle, updateArticle } from '../articles/articles.store.js';
import { extractArticleJob } from '../articles/extract-article.job.js';
import { visibleLength } from '../core/workflow/visible-length.js';
import type { Transaction } from '../platform/database/database.js';
import { isId } from '../platform/ids.js';
import { enqueue } from '../platform/queue/enqueue.js';
import { badInput, notFound, RequestError } from '../platform/request-error.js';
import { MassAction } from './mass-action.js';
import { prepareTaskJob } from './prepare-task.job.js';
import { commentFaults } from './tasks.service.js';
import { findDismissedByWithdrawal, findPending, lockUndecided } from './withdrawal.store.js';
import { Workflow } from './workflow.js';

/** Takes an article out of work, and brings it back. What was approved or published stays in either case. */
@Injectable()
export class WithdrawalService {
  constructor(
    private readonly workflow: Workflow,
    private readonly massAction: MassAction,
  ) {}

  /**
   * Dismisses what is undecided, all at once. The article's row is locked first: the queue, which counts its tasks off
   * there, opens none behind our back. Pressed twice, the second press finds the article WITHDRAWN and is refused.
   */
  async withdraw(viewer: Viewer, id: string, reason: string): Promise<ArticleRow> {
    return this.change(viewer, id, async (tx, article) => {
      const fault =
        commentFaults('reason', reason)[0]?.message ?? (visibleLength(reason) ? null : 'The reason is empty.');
      if (fault) throw badInput({ reason: fault });
      if (article.status === 'WITHDRAWN') {
        throw new RequestError('INVALID_TRANSITION', 'The article has been withdrawn already.');
      }
      const at = this.workflow.now();
      const tasks = await lockUndecided(tx, id);
      await this.massAction.act(tx, viewer, tasks, 'DISMISS', { comment: reason, mark: 'withdrawal', at });
      const subject = { kind: 'ARTICLE', id };
      await recordAct(tx, viewer, { action: 'ARTICLE_WITHDRAWN', at, subject, comment: reason });
      const withdrawal = { withdrawnById: viewer.memberId, withdrawnAt: at, withdrawalReason: reason };
      return updateArticle(tx, id, { status: 'WITHDRAWN', failure: null, ...withdrawal });
    });
  }

  /** Opens again what the withdrawal dismissed, and goes on with what the queue had not done by then. */
  async restore(viewer: Viewer, id: string): Promise<ArticleRow> {
    return this.change(viewer, id, async (tx, article) => {
      if (article.status !== 'WITHDRAWN') {
        throw new RequestError(
          'INVALID_TRANSITION',
          `Only a WITHDRAWN article is restored; this one is ${article.status}.`,
        );
      }
      const at = this.workflow.now();
      const tasks = await findDismissedByWithdrawal(tx, id);
      await this.massAction.act(tx, viewer, tasks, 'REOPEN', { comment: null, mark: 'restoration', at });
      await recordAct(tx, viewer, { action: 'ARTICLE_RESTORED', at, subject: { kind: 'ARTICLE', id } });
      const status = await this.resume(tx, article);
      return updateArticle(tx, id, { status, withdrawnById: null, withdrawnAt: null, withdrawalReason: null });
    });
  }

  private async change(
    viewer: Viewer,
    id: string,
    work: (tx: Transaction, article: ArticleRow) => Promise<ArticleRow>,
  ): Promise<ArticleRow> {
    if (!isId(id)) throw notFound('The article');
    return viewer.newsroom.transaction(async (tx) => {
      const article = await lockArticle(tx, id);
      if (!article) throw notFound('The article');
      requireRole(viewer.role, 'EDITOR');
      return work(tx, article);
    });
  }

  /** Asks the queue for what is left; a job that is still on its way there does no harm, as each may run twice. */
  private async resume(tx: Transaction, article: ArticleRow): Promise<'RECEIVED' | 'EXTRACTING' | 'READY'> {
    const { id: articleId, newsroomId, versionNumber } = article;
    if (article.extractedVersion !== versionNumber) {
      await enqueue(tx, newsroomId, extractArticleJob, [{ articleId, versionNumber }]);
      return 'RECEIVED';
    }
    const pending = await findPending(tx, articleId);
    const payloads = pending.map((taskId) => ({ taskId, articleId }));
    await enqueue(tx, newsroomId, prepareTaskJob, payloads);
    return pending.length === 0 ? 'READY' : 'EXTRACTING';
  }
}
