// Hands an article in, waits until its tasks are open, and prints them, the most urgent first.
//
//   node submit-and-wait.ts article.txt
import { readFile } from 'node:fs/promises';
import { IsnadClient, sleep } from './client.ts';
import { ArticleStatusDocument, SubmitArticleDocument, TasksOfArticleDocument } from './generated/operations.ts';

const [file] = process.argv.slice(2);
if (!file) throw new Error('Which file? node submit-and-wait.ts FILE');
const isnad = IsnadClient.fromEnvironment();

const text = await readFile(file, 'utf8');
// The same text is the same article, however often it comes.
const { submitArticle } = await isnad.run(SubmitArticleDocument, { input: { text } });
const { id } = submitArticle.article;
console.error(submitArticle.created ? `Article ${id} was taken` : `Article ${id} was there already`);

for (;;) {
  const { article } = await isnad.run(ArticleStatusDocument, { id });
  if (article?.status === 'READY') break;
  if (article?.status === 'FAILED' || article?.status === 'WITHDRAWN') {
    throw new Error(`The article is ${article.status}: ${article.failure ?? ''}`);
  }
  await sleep(250);
}

for (let after: string | null | undefined = null; ;) {
  const { reviewTasks }: Awaited<ReturnType<typeof tasksAfter>> = await tasksAfter(after);
  for (const { priority, kind, subject } of reviewTasks.nodes) {
    const words = subject.__typename === 'Claim' ? subject.proposition : subject.text;
    console.log(`${priority}\t${kind}\t${words.replace(/\s+/g, ' ')}`);
  }
  if (!reviewTasks.pageInfo.hasNextPage) break;
  after = reviewTasks.pageInfo.endCursor;
}

function tasksAfter(cursor: string | null | undefined) {
  return isnad.run(TasksOfArticleDocument, { id, after: cursor });
}
