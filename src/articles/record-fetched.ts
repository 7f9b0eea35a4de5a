import type { SubmitArticleInput } from '../generated/graphql.js';
import { foldForSearch } from '../core/extraction/fold-for-search.js';
import type { ReadDocument } from '../platform/documents/document.js';
import type { Transaction } from '../platform/database/database.js';
import { enqueue } from '../platform/queue/enqueue.js';
import { addVersion, type ArticleRow, failArticle, findArticleByTextHash, updateArticle } from './articles.store.js';
import { checkArticleText } from './check-article-text.js';
import { extractArticleJob } from './extract-article.job.js';
import { withDocument } from './read-html.js';
import { hashText } from './text-hash.js';

/**
 * Gives a locked article the text that was fetched for it and starts its extraction; what the newsroom said about it when
 * handing it in stands. A text that cannot be an article, or is another article's, makes it FAILED with the reason.
 */
export async function recordFetched(tx: Transaction, article: ArticleRow, read: ReadDocument): Promise<void> {
  const { id, newsroomId } = article;
  const fault = checkArticleText(read.text);
  if (fault) return void (await failArticle(tx, id, `The text at its address ${fault}.`));
  const textHash = hashText(read.text);
  const twin = await findArticleByTextHash(tx, newsroomId, textHash);
  if (twin) {
    const failure = `The text at its address is here already, as the article ${twin.id}: work on that one.`;
    return void (await failArticle(tx, id, failure));
  }
  const { title, byline, publishedAt, language } = withDocument(knownOf(article), read);
  const updated = await updateArticle(tx, id, {
    ...{ textHash, byline, publishedAt, title, titleFolded: foldForSearch(title ?? '') },
    language: language?.toLowerCase() ?? 'und',
  });
  await addVersion(tx, updated, { text: read.text, textHash });
  await enqueue(tx, newsroomId, extractArticleJob, [{ articleId: id, versionNumber: updated.versionNumber }]);
}

const knownOf = ({ title, byline, publishedAt, language }: ArticleRow): SubmitArticleInput => ({
  ...{ title, byline, publishedAt },
  language: language === 'und' ? null : language,
});
