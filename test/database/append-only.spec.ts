import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom, type TestNewsroom } from '../kit/newsrooms.js';
import { addReviewRows } from '../kit/review-rows.js';
import { addReadyArticle, addTasks } from '../kit/row-builders.js';

let database: FreshDatabase;
let newsroom: TestNewsroom;

beforeAll(async () => {
  database = await freshDatabase();
  newsroom = await makeNewsroom(database.app);
  const [taskId] = await addTasks(newsroom.handle, await addReadyArticle(newsroom.handle), [{}]);
  await addReviewRows(newsroom.handle, taskId!, (await newsroom.member('EDITOR')).id);
});

afterAll(() => database.drop());

const TABLES = [
  ...['task_events', 'article_versions', 'evidence_versions', 'fact_check_editions', 'rating_scales'],
  ...['newsroom_events', 'audit_seals', 'extraction_feedback'],
];

describe.each(TABLES)('%s', (table) => {
  const content = () => database.owner(`select * from ${table}`);

  it.each([
    `update ${table} set newsroom_id = newsroom_id`,
    `delete from ${table}`,
    `truncate ${table}`,
    `truncate ${table} cascade`,
  ])('refuses “%s”, to the service and to the owner', async (statement) => {
    const before = await content();
    expect(before.length).toBeGreaterThan(0);
    await expect(newsroom.handle.transaction((tx) => tx.$executeRawUnsafe(statement))).rejects.toThrow(
      'permission denied',
    );
    // A table that others point at is refused before its trigger is asked.
    await expect(database.owner(statement)).rejects.toThrow(/is append-only|referenced in a foreign key/);
    expect(await content()).toEqual(before);
  });
});

it('is emptied by no truncation of another table either', async () => {
  await expect(database.owner('truncate articles cascade')).rejects.toThrow('is append-only');
  await expect(database.owner('truncate newsrooms cascade')).rejects.toThrow('is append-only');
});
