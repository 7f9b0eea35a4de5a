import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { AccountsService } from '../../accounts/accounts.service.js';
import type { Viewer } from '../../accounts/viewer.js';
import { ArticlesService } from '../../articles/articles.service.js';
import { type ArticleRow, findArticle } from '../../articles/articles.store.js';
import { Database } from '../../platform/database/database.js';
import { DEMO_NEWSROOM } from '../demo.js';
import { CommandError, UsageError } from './fail.js';
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
      const viewer = await operatorOf(app, options.newsroom ?? DEMO_NEWSROOM);
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

/** Whoever works at the machine of the service acts for a newsroom like one of its machines. */
async function operatorOf(app: INestApplicationContext, slug: string): Promise<Viewer> {
  const newsroom = await app.get(AccountsService).findNewsroom(slug);
  if (!newsroom)
    throw new CommandError(`There is no newsroom ${slug}: make it (newsroom create), or give --newsroom SLUG`);
  const handle = app.get(Database).forNewsroom(newsroom.id);
  return { newsroom: handle, memberId: null, role: 'INTEGRATION', apiKeyId: 'command line' };
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
