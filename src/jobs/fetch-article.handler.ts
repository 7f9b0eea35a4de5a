import { Inject, Injectable } from '@nestjs/common';
import { type ArticleRow, failArticle, findArticle, lockArticle } from '../articles/articles.store.js';
import { fetchArticleJob } from '../articles/fetch-article.job.js';
import { recordFetched } from '../articles/record-fetched.js';
import { fetchDocument } from '../integrations/pages/fetch-document.js';
import { isLasting } from '../integrations/pages/is-lasting.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import type { Transaction } from '../platform/database/database.js';
import { asFailedTry } from './as-failed-try.js';
import type { JobHandler, JobRun } from './job-handler.js';

type Payload = ReturnType<(typeof fetchArticleJob)['payload']['parse']>;

/** Fetches the page or file of an article that was handed in by its address. */
@Injectable()
export class FetchArticleHandler implements JobHandler<Payload> {
  readonly definition = fetchArticleJob;

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'fetchAllow'>) {}

  /**
   * Safe to run twice: fetching changes nothing anywhere, and of two runs the first to lock the article gives it its text;
   * the second finds that it has one. What cannot get better by waiting is told on the article at once.
   */
  async run({ articleId }: Payload, { newsroom, log, finish }: JobRun): Promise<void> {
    const article = await newsroom.transaction((tx) => findArticle(tx, articleId));
    // No transaction is open while a foreign server takes its time.
    const found = isDue(article) ? await this.fetch(article.fetchUrl) : null;
    await newsroom.transaction(async (tx) => {
      const locked = await lockArticle(tx, articleId);
      if (found && isDue(locked)) {
        if (found instanceof Error) await failArticle(tx, articleId, `${found.message}.`);
        else await recordFetched(tx, locked, found);
      }
      await finish(tx);
    });
    if (found instanceof Error) log.info({ articleId, reason: found.message }, 'article not fetched');
  }

  async giveUp(tx: Transaction, { articleId }: Payload, _newsroomId: string, error: Error): Promise<void> {
    await failArticle(tx, articleId, `Its page could not be fetched (${error.message}). Retry the article.`);
  }

  private async fetch(address: string) {
    try {
      return await fetchDocument(address, this.config.fetchAllow);
    } catch (error) {
      if (isLasting(error)) return error;
      throw asFailedTry(error);
    }
  }
}

const isDue = (article: ArticleRow | null): article is ArticleRow & { fetchUrl: string } =>
  article?.status === 'RECEIVED' && article.textHash === null && article.fetchUrl !== null;
