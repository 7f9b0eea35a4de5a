import { Inject, Injectable } from '@nestjs/common';
import { recordAct } from '../accounts/audit/record-act.js';
import { requireRole } from '../accounts/roles.js';
import type { Viewer } from '../accounts/viewer.js';
import { Prisma } from '../generated/prisma/client.js';
import type { SubmitArticleInput } from '../generated/graphql.js';
import { CLOCK, type Clock, systemClock } from '../platform/clock.js';
import type { Transaction } from '../platform/database/database.js';
import { enqueue } from '../platform/queue/enqueue.js';
import { notFound, RequestError } from '../platform/request-error.js';
import { isId } from '../platform/ids.js';
import {
  addArticle,
  type ArticleRow,
  fillArticle,
  findArticleByExternalId,
  findArticleByFetchUrl,
  findArticleByTextHash,
  lockArticle,
  type NewArticle,
  updateArticle,
} from './articles.store.js';
import { isAddress, readAddress } from './read-address.js';
import { readHtml } from './read-html.js';
import { readSubmission } from './read-submission.js';
import { extractArticleJob } from './extract-article.job.js';
import { fetchArticleJob } from './fetch-article.job.js';
import { isSameSource, noteSenderVersion, takeVersion } from './take-version.js';
import { withHash } from './text-hash.js';

@Injectable()
export class ArticlesService {
  constructor(@Inject(CLOCK) private readonly clock: Clock = systemClock) {}

  /**
   * Stores an article and its first job in one transaction, or gives the one that the newsroom has already. Of two
   * submissions of one text at the same moment the unique index lets one store it, and the other finds it then.
   */
  async submit(viewer: Viewer, input: SubmitArticleInput): Promise<{ article: ArticleRow; created: boolean }> {
    requireRole(viewer.role, 'FACT_CHECKER', { machines: true });
    const { newsroomId } = viewer.newsroom;
    const article: NewArticle = isAddress(input)
      ? { newsroomId, text: null, textHash: null, ...readAddress(input) }
      : { newsroomId, fetchUrl: null, ...withHash(readSubmission(await readHtml(input))) };
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
      const subject = { kind: 'ARTICLE', id };
      await recordAct(tx, viewer, { action: 'ARTICLE_RETRIED', at: this.clock.now(), subject });
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
    if (revived === 0) await this.begin(tx, article);
    return 'RECEIVED';
  }

  /** The first job of an article: to fetch its text, or where that is here, to extract. */
  private async begin(tx: Transaction, article: ArticleRow): Promise<void> {
    const { id: articleId, newsroomId, versionNumber } = article;
    if (article.textHash) await enqueue(tx, newsroomId, extractArticleJob, [{ articleId, versionNumber }]);
    else await enqueue(tx, newsroomId, fetchArticleJob, [{ articleId }]);
  }

  private async storeOrFind(tx: Transaction, article: NewArticle): Promise<{ article: ArticleRow; created: boolean }> {
    const { newsroomId, externalId, textHash, fetchUrl } = article;
    const same = externalId ? await findArticleByExternalId(tx, newsroomId, externalId) : null;
    if (same && !isSameSource(same, article)) {
      if (fetchUrl || !same.textHash) {
        const message = `An article with externalId ${externalId} and another address is here already`;
        throw new RequestError('CONFLICT', message);
      }
      return { article: await takeVersion(tx, same.id, article), created: false };
    }
    const known =
      same ??
      (textHash && (await findArticleByTextHash(tx, newsroomId, textHash))) ??
      (fetchUrl && (await findArticleByFetchUrl(tx, newsroomId, fetchUrl)));
    if (known) {
      const filled = await this.fillEmpty(tx, known, article);
      return { article: await noteSenderVersion(tx, await this.fetchAgain(tx, filled), article), created: false };
    }
    const added = await addArticle(tx, article);
    await this.begin(tx, added);
    return { article: added, created: true };
  }

  /** Whoever hands in an address again whose page could not be read wants it tried again. Twice at once is tried once. */
  private async fetchAgain(tx: Transaction, known: ArticleRow): Promise<ArticleRow> {
    if (known.status !== 'FAILED' || known.textHash) return known;
    const article = await lockArticle(tx, known.id);
    if (article?.status !== 'FAILED' || article.textHash) return article ?? known;
    return updateArticle(tx, known.id, { status: await this.resume(tx, article), failure: null });
  }

  private async fillEmpty(tx: Transaction, known: ArticleRow, article: NewArticle): Promise<ArticleRow> {
    const { title, byline, publishedAt, sourceUrl, externalId } = article;
    const filling = Object.fromEntries(
      Object.entries({ title, byline, publishedAt, sourceUrl, externalId }).filter(
        ([field, value]) => value !== null && known[field as keyof ArticleRow] === null,
      ),
    );
    return Object.keys(filling).length ? fillArticle(tx, known.id, filling) : known;
  }
}

const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
