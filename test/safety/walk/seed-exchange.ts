import { foldForSearch } from '../../../src/core/extraction/fold-for-search.js';
import { addReadyArticle, addTasks } from '../../kit/row-builders.js';
import { until } from '../../kit/until.js';
import { type Home, WORD } from './seed.js';

/** Files that were written and one that failed, imports with and without faults, and claims that resemble each other. */
export async function seedExchange({ admin, editor, desk: { database, newsroom } }: Home): Promise<void> {
  const start = 'mutation ($input: StartExportInput!) { startExport(input: $input) { id } }';
  for (const kind of ['TASKS', 'AUDIT']) await admin.ask(start, { input: { kind, format: 'JSONL' } });
  const failed = (await editor.ask(start, { input: { kind: 'TASKS', format: 'CSV' } })).startExport.id;

  const claim = `The ${WORD} lighthouse of Ferrol was sold for nine million dollars`;
  const review = {
    ...{
      '@type': 'ClaimReview',
      url: `https://${WORD}.example/check`,
      headline: `${WORD} title`,
      claimReviewed: claim,
    },
    ...{ author: { name: WORD, url: `https://${WORD}.example/` }, inLanguage: 'en', datePublished: '2025-01-01' },
    reviewRating: { alternateName: `${WORD} rating`, ratingValue: 1, bestRating: 5, worstRating: 1 },
    itemReviewed: { author: { name: `${WORD} claimant` }, datePublished: '2025-01-01' },
  };
  const take = 'mutation ($input: StartImportInput!) { startImport(input: $input) { id } }';
  await editor.ask(take, { input: { content: JSON.stringify([review, { [WORD]: true }]) } });
  await editor.ask(take, { input: { url: `http://10.0.0.1/${WORD}` } });

  await addTasks(newsroom.handle, await addReadyArticle(newsroom.handle, { title: WORD }), [
    { text: claim, speaker: WORD, textFolded: foldForSearch(claim), createdAt: new Date(Date.now() - 60_000) },
  ]);
  await addTasks(newsroom.handle, await addReadyArticle(newsroom.handle, { title: WORD }), [
    { text: claim, speaker: WORD },
  ]);
  await until('files are written and read', async () => {
    const [row] = await database.owner<{ none: boolean }>(
      `select not exists (select from exports where status in ('QUEUED', 'RUNNING'))
         and not exists (select from imports where status in ('QUEUED', 'RUNNING')) as none`,
    );
    return row!.none;
  });
  await database.owner(`update exports set status = 'FAILED', failure = $2, expires_at = null where id = $1`, [
    ...[failed, `${WORD} failure`],
  ]);
  // What is kept of it while it is read.
  await database.owner(
    `insert into import_contents (newsroom_id, import_id, bytes)
     select newsroom_id, id, convert_to($1, 'UTF8') from imports where status = 'FAILED'`,
    [WORD],
  );
}
