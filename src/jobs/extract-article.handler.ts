import { Inject, Injectable } from '@nestjs/common';
import type { Extraction } from '../core/extraction/model.js';
import { extractArticleJob } from '../articles/extract-article.job.js';
import {
  type ArticleRow,
  beginExtraction,
  failArticle,
  findVersionText,
  lockArticle,
  updateArticle,
} from '../articles/articles.store.js';
import { recordExtraction } from '../claims/record-extraction.js';
import { CLOCK, type Clock, systemClock } from '../platform/clock.js';
import type { Transaction } from '../platform/database/database.js';
import type { Log } from '../platform/log.js';
import { enqueue } from '../platform/queue/enqueue.js';
import { prepareTaskJob } from '../tasks/prepare-task.job.js';
import { readPolicies } from '../tasks/newsroom-policy.store.js';
import { lockTasksOfArticle } from '../tasks/mark-stale.js';
import { addTasks } from '../tasks/tasks.store.js';
import { findPending } from '../tasks/withdrawal.store.js';
import { ArticleReader } from './article-reader.js';
import { carryArticle } from './carry-article.js';
import type { JobHandler, JobRun } from './job-handler.js';

type Payload = ReturnType<(typeof extractArticleJob)['payload']['parse']>;

/** Finds an article's quotes and claims and records those that are new with a PENDING task and a job for each. */
@Injectable()
export class ExtractArticleHandler implements JobHandler<Payload> {
  readonly definition = extractArticleJob;

  constructor(
    @Inject(ArticleReader) private readonly reader: ArticleReader,
    @Inject(CLOCK) private readonly clock: Clock = systemClock,
  ) {}

  /**
   * Safe to run twice: what was found is recorded in one transaction, under the article's lock, by the first run that
   * gets there; `extractedVersion` tells the second that nothing is left to do. A newer version carries over what an
   * older one gave in that same transaction, so that a crash leaves the older one whole.
   */
  async run({ articleId, versionNumber }: Payload, { newsroom, log, finish }: JobRun): Promise<void> {
    const begun = await newsroom.transaction(async (tx) => {
      const article = await beginExtraction(tx, articleId, versionNumber);
      const text = article && (await findVersionText(tx, newsroom.newsroomId, articleId, versionNumber));
      if (text == null) await finish(tx);
      if (!article || text == null) return null;
      const { newsroomId } = newsroom;
      const { reasonWeights } = (await readPolicies(tx, [newsroomId])).get(newsroomId)!;
      return { article, text, reasonWeights };
    });
    if (!begun) return;
    // No transaction is open while the text is read: that takes as long as the text is.
    const extraction = await this.read(begun.article, begun.text, begun.reasonWeights, log);
    await newsroom.transaction(async (tx) => {
      // As everywhere, tasks are locked before their article. Under its lock nobody adds another: those that were added
      // just before are locked then.
      await lockTasksOfArticle(tx, articleId);
      const article = await lockArticle(tx, articleId);
      if (article && isDue(article, versionNumber)) await this.record(tx, article, begun.text, extraction);
      await finish(tx);
    });
  }

  async giveUp(tx: Transaction, { articleId }: Payload, _newsroomId: string, error: Error): Promise<void> {
    await failArticle(tx, articleId, `Its quotes and claims could not be found (${error.message}). Retry the article.`);
  }

  private read(
    { language, publishedAt }: ArticleRow,
    text: string,
    reasonWeights: Readonly<Record<string, number>>,
    log: Log,
  ): Promise<Extraction> {
    const options = {
      language: language === 'und' ? undefined : language,
      publishedAt: publishedAt?.toISOString(),
      reasonWeights,
    };
    return this.reader.read(text, options, log);
  }

  private async record(tx: Transaction, article: ArticleRow, text: string, extraction: Extraction): Promise<void> {
    const { id: articleId, newsroomId, versionNumber } = article;
    const standing = article.extractedVersion === null ? [] : await lockTasksOfArticle(tx, articleId);
    const known =
      article.extractedVersion === null
        ? undefined
        : await carryArticle(tx, article, standing, text, extraction, this.clock.now());
    const place = { newsroomId, articleId, versionNumber, text };
    const subjects = await recordExtraction(tx, place, extraction, known);
    const { language } = extraction;
    const taskIds = await addTasks(tx, { newsroomId, articleId, language }, subjects);
    // An older version's job for one that still waits may have been given up.
    const pending = await findPending(tx, articleId);
    const payloads = pending.map((taskId) => ({ taskId, articleId }));
    await enqueue(tx, newsroomId, prepareTaskJob, payloads);
    await updateArticle(tx, articleId, {
      language,
      extractedVersion: versionNumber,
      tasksTotal: standing.length + taskIds.length,
      tasksPrepared: standing.length + taskIds.length - pending.length,
      // An article in which nothing was found has nothing to wait for.
      status: pending.length === 0 ? 'READY' : 'EXTRACTING',
    });
  }
}

const isDue = (article: ArticleRow, versionNumber: number): boolean =>
  article.status === 'EXTRACTING' &&
  article.versionNumber === versionNumber &&
  article.extractedVersion !== versionNumber;
