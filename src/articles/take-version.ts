import type { Transaction } from '../platform/database/database.js';
import { enqueue } from '../platform/queue/enqueue.js';
import { RequestError } from '../platform/request-error.js';
import { foldForSearch } from '../core/extraction/fold-for-search.js';
import { hasVersionText } from './article-versions.store.js';
import {
  addVersion,
  type ArticleRow,
  findArticleByTextHash,
  lockArticle,
  type NewArticle,
  updateArticle,
} from './articles.store.js';
import { extractArticleJob } from './extract-article.job.js';

/**
 * Another text under the externalId of an article becomes its newest version and is extracted; what was said of it before
 * and is left out now stands. What comes late changes nothing: a number below the highest one that the sender gave, or,
 * without a number, a text that the article had once. The row is locked, so that of two at once each gets its own number;
 * the same one handed in twice finds itself there.
 */
export async function takeVersion(tx: Transaction, id: string, given: NewArticle): Promise<ArticleRow> {
  const article = (await lockArticle(tx, id))!;
  if (isSameSource(article, given)) return noteSenderVersion(tx, article, given);
  const { newsroomId, externalId, senderVersion } = given;
  const [text, textHash] = [given.text!, given.textHash!];
  if (senderVersion !== null && article.senderVersion !== null) {
    if (senderVersion < article.senderVersion) return article;
    if (senderVersion === article.senderVersion) {
      const message = `Version ${senderVersion} of externalId ${externalId} is here already, with another text`;
      throw new RequestError('CONFLICT', message);
    }
  }
  if (senderVersion === null && (await hasVersionText(tx, id, textHash))) return article;
  if (await findArticleByTextHash(tx, newsroomId, textHash)) {
    throw new RequestError('CONFLICT', `The article with externalId ${externalId} is not the one that has this text`);
  }
  const title = given.title ?? article.title;
  const updated = await updateArticle(tx, id, {
    ...{ textHash, title, titleFolded: foldForSearch(title ?? '') },
    versionNumber: article.versionNumber + 1,
    byline: given.byline ?? article.byline,
    publishedAt: given.publishedAt ?? article.publishedAt,
    sourceUrl: given.sourceUrl ?? article.sourceUrl,
    language: given.language === 'und' ? article.language : given.language,
    senderVersion: senderVersion ?? article.senderVersion,
    // A withdrawn article stays so: restoring it extracts what is newest by then.
    ...(article.status === 'WITHDRAWN' ? {} : { status: 'RECEIVED', failure: null }),
  });
  await addVersion(tx, updated, { text, textHash });
  const payload = { articleId: id, versionNumber: updated.versionNumber };
  if (updated.status !== 'WITHDRAWN') await enqueue(tx, newsroomId, extractArticleJob, [payload]);
  return updated;
}

/** Keeps the highest number that the sender gave: the same text may come again as a newer version. */
export async function noteSenderVersion(
  tx: Transaction,
  article: ArticleRow,
  { externalId, senderVersion }: NewArticle,
): Promise<ArticleRow> {
  const isNews = senderVersion !== null && senderVersion > (article.senderVersion ?? 0);
  return isNews && externalId === article.externalId ? updateArticle(tx, article.id, { senderVersion }) : article;
}

export const isSameSource = (known: ArticleRow, { textHash, fetchUrl }: NewArticle): boolean =>
  textHash ? known.textHash !== null && Buffer.compare(known.textHash, textHash) === 0 : known.fetchUrl === fetchUrl;
