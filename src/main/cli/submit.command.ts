import { setTimeout as sleep } from 'node:timers/promises';
import type { Viewer } from '../../accounts/viewer.js';
import { ArticlesService } from '../../articles/articles.service.js';
import { type ArticleRow, findArticle } from '../../articles/articles.store.js';
import { CommandError, UsageError } from './fail.js';
import { operatorOf } from './operator.js';
import { readSource } from './read-source.js';
import { withService } from './with-service.js';

export interface SubmitOptions {
  readonly newsroom?: string;
  readonly wait?: boolean;
  readonly title?: string;
  readonly language?: string;
  readonly externalId?: string;
  readonly sourceUrl?: string;
  readonly publishedAt?: string;
}

/**
 * Hands an article in and prints `{ id, status, created, progress }` as JSON. With --wait it first waits until the
 * article is READY, running jobs itself, so that it ends also where no service runs; FAILED is exit 1.
 */
export async function runSubmit(source: string, options: SubmitOptions): Promise<void> {
  const publishedAt = options.publishedAt ? new Date(options.publishedAt) : null;
  if (publishedAt && Number.isNaN(publishedAt.getTime()))
    throw new UsageError('--published-at must be an ISO 8601 date');
  const { title, language, externalId, sourceUrl } = options;
  const input = await readSource(source, { title, language, externalId, sourceUrl, publishedAt });
  await withService(
    async (app) => {
      const viewer = await operatorOf(app, options.newsroom);
      const { article, created } = await app.get(ArticlesService).submit(viewer, input);
      const seen = options.wait ? await untilOver(viewer, article) : article;
      const { id, status, failure, tasksTotal: total, tasksPrepared: prepared } = seen;
      process.stdout.write(`${JSON.stringify({ id, status, created, failure, progress: { total, prepared } })}\n`);
      if (options.wait && status !== 'READY')
        throw new CommandError(`The article is ${status}: ${failure ?? 'no reason'}`);
    },
    { runJobs: options.wait },
  );
}

async function untilOver(viewer: Viewer, submitted: ArticleRow): Promise<ArticleRow> {
  let said = '';
  for (;;) {
    const article = (await viewer.newsroom.transaction((tx) => findArticle(tx, submitted.id))) ?? submitted;
    if (article.status !== 'RECEIVED' && article.status !== 'EXTRACTING') return article;
    const progress = `${article.status} ${article.tasksPrepared}/${article.tasksTotal}`;
    if (progress !== said) process.stderr.write(`${progress}\n`);
    said = progress;
    await sleep(150);
  }
}
