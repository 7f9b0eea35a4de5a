import { until } from '../../kit/until.js';
import { type Home, WORD } from './seed.js';

/** An article with two versions, of which the second has the words of the first no more. */
export async function seedVersions({ desk, checker }: Home): Promise<void> {
  const about = { externalId: `${WORD}-versions`, title: WORD, language: 'en', sourceUrl: `https://${WORD}.example/v` };
  const publishedAt = '2026-01-02T03:04:05Z';
  const id = await desk.submit(checker, {
    ...{ ...about, publishedAt, version: 1 },
    text: `“The ${WORD} bridge cost 40 million dollars,” Omar Haddad said.`,
  });
  await desk.submit(checker, { ...about, version: 2, text: `“The ${WORD} tunnel took 7 years,” Sara Nasser said.` });
  await until('a task is stale', async () => {
    const asked = { filter: { articleId: id, stale: true } };
    const { reviewTasks } = await checker.ask(
      'query ($filter: ReviewTaskFilter) { reviewTasks(filter: $filter) { nodes { id } } }',
      asked,
    );
    return reviewTasks.nodes.length > 0;
  });
}
