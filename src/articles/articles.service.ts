import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { requireRole } from '../accounts/roles.js';
import type { Viewer } from '../accounts/viewer.js';
import { Prisma } from '../generated/prisma/client.js';
import type { SubmitArticleInput } from '../generated/graphql.js';
import type { Transaction } from '../platform/database/database.js';
import { enqueue } from '../platform/queue/enqueue.js';
import { notFound, RequestError } from '../platform/request-error.js';
import { isId } from '../platform/ids.js';
import {
  addArticle,
  type ArticleRow,
  fillArticle,
  findArticleByExternalId,
  findArticleByTextHash,
  lockArticle,
  type NewArticle,
  updateArticle,
} from './articles.store.js';
import { readSubmission } from './read-submission.js';
import { extractArticleJob } from './extract-article.job.js';

@Injectable()
export class ArticlesService {
  /**
   * Stores an article and its first job in one transaction, or gives the one that the newsroom has already. Of two
   * submissions of one text at the same moment the unique index lets one store it, and the other finds it then.
   */
  async submit(viewer: Viewer, input: SubmitArticleInput): Promise<{ article: ArticleRow; created: boolean }> {
    requireRole(viewer.role, 'FACT_CHECKER', { machines: true });
    const submission = readSubmission(input);
    const textHash = new Uint8Array(createHash('sha256').update(submission.text).digest());
    const article: NewArticle = { newsroomId: viewer.newsroom.newsroomId, textHash, ...submission };
    const store = () => viewer.newsroom.transaction((tx) => this.storeOrFind(tx, article));
    try {
      return await store();
    } catch (error) {
      if (isUniqueViolation(error)) return store();
      throw error;
    }
  }

  /** Starts a FAILED article again. Pressed twice, the second press finds it no longer FAILED and is refused. */
  async retry(viewer: Viewer, id: string): Promise<ArticleRow> {
    if (!isId(id)) throw notFound('The article');
    return viewer.newsroom.transaction(async (tx) => {
      const article = await lockArticle(tx, id);
      if (!article) throw notFound('The article');
      requireRole(viewer.role, 'EDITOR');
      if (article.status !== 'FAILED') {
        throw new RequestError(
          'INVALID_TRANSITION',
          `Only a FAILED article can be retried; this one is ${article.status}`,
        );
      }
      return updateArticle(tx, id, { status: await this.resume(tx, article), failure: null });
    });
  }

  /** The jobs that were given up run again with their failures forgotten. Gives the status in which the article goes on. */
  private async resume(tx: Transaction, article: ArticleRow): Promise<'RECEIVED' | 'EXTRACTING' | 'READY'> {
    const revived = await tx.$executeRaw`
      update jobs set state = 'WAITING', failures = 0, last_error = null, ended_at = null
      where state = 'FAILED' and payload ->> 'articleId' = ${article.id}`;
    if (article.extractedVersion === article.versionNumber) {
      // A task that was given up may have been opened after all, by a run that came later: then nothing is left to do.
      return article.tasksPrepared === article.tasksTotal ? 'READY' : 'EXTRACTING';
    }
    const payload = { articleId: article.id, versionNumber: article.versionNumber };
    if (revived === 0) await enqueue(tx, article.newsroomId, extractArticleJob, [payload]);
    return 'RECEIVED';
  }

  private async storeOrFind(tx: Transaction, article: NewArticle): Promise<{ article: ArticleRow; created: boolean }> {
    const { newsroomId, externalId, textHash } = article;
    const same = externalId ? await findArticleByExternalId(tx, newsroomId, externalId) : null;
    if (same && Buffer.compare(same.textHash, textHash) !== 0) {
      throw new RequestError('CONFLICT', `An article with externalId ${externalId} and another text is here already`);
    }
    const known = same ?? (await findArticleByTextHash(tx, newsroomId, textHash));
    if (known) return { article: await this.fillEmpty(tx, known, article), created: false };
    const added = await addArticle(tx, article);
    await enqueue(tx, newsroomId, extractArticleJob, [{ articleId: added.id, versionNumber: 1 }]);
    return { article: added, created: true };
  }

  private async fillEmpty(tx: Transaction, known: ArticleRow, article: NewArticle): Promise<ArticleRow> {
    const { title, publishedAt, sourceUrl, externalId } = article;
    const filling = Object.fromEntries(
      Object.entries({ title, publishedAt, sourceUrl, externalId }).filter(
        ([field, value]) => value !== null && known[field as keyof ArticleRow] === null,
      ),
    );
    return Object.keys(filling).length ? fillArticle(tx, known.id, filling) : known;
  }
}

const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
