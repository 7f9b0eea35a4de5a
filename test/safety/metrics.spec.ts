import { addReadyArticle } from '../kit/row-builders.js';
import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom } from '../kit/newsrooms.js';
import { runJobsUntilIdle } from '../kit/run-jobs-until-idle.js';
import { startApp, type TestApp } from '../kit/start-app.js';
import { until } from '../kit/until.js';

const TOKEN = 'a token for metrics alone';
let database: FreshDatabase;
let app: TestApp;

beforeAll(async () => {
  database = await freshDatabase();
  app = await startApp(database, { exposure: { metricsToken: TOKEN } });
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

const scrape = (headers: Record<string, string> = {}) => fetch(`${app.url}/metrics`, { headers });
/** The value of a sample, by its name with its labels. */
const sample = (text: string, name: string) =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.split(' ')
      .at(-1),
  );

it('counts requests, jobs, the outbox and connections', async () => {
  const newsroom = await makeNewsroom(database.app);
  const { key } = await newsroom.member('EDITOR');
  const input = { text: 'The mayor said the bridge is safe.', language: 'en' };
  const submit = 'mutation ($input: SubmitArticleInput!) { submitArticle(input: $input) { created } }';
  (await app.graphql(submit, { input }, key)).expectData();
  await runJobsUntilIdle(database);
  await addReadyArticle(newsroom.handle);
  await database.owner(
    `insert into jobs (id, newsroom_id, name, payload, state, ended_at) values (gen_random_uuid(), $1, 'x', '{}', 'FAILED', now())`,
    [newsroom.id],
  );
  await fetch(`${app.url}/n/anything/fact-checks/at-all`);
  await until('the job is counted', async () =>
    (await (await scrape()).text()).includes('isnad_job_seconds_count{job="extract-article",outcome="done"} 1'),
  );
  const text = await (await scrape()).text();
  expect(sample(text, 'isnad_http_request_seconds_count{method="POST",route="/graphql",status="200"}')).toBe(1);
  expect(
    sample(text, 'isnad_http_request_seconds_count{method="GET",route="/n/:newsroom/fact-checks/:slug",status="404"}'),
  ).toBe(1);
  expect(sample(text, 'isnad_jobs{state="FAILED"}')).toBe(1);
  expect(sample(text, 'isnad_jobs{state="WAITING"}')).toBe(0);
  expect(sample(text, 'isnad_outbox_oldest_seconds')).toBe(0);
  expect(sample(text, 'isnad_database_connections{state="used"}')).toBeGreaterThanOrEqual(0);
  expect(text).toContain('isnad_nodejs_eventloop_lag_seconds');
  expect(text).not.toContain('anything');
});

it('tells how old the oldest job is that nobody has taken over', async () => {
  const idle = await startApp(database, { role: 'api' });
  await app.close();
  const { id } = await makeNewsroom(database.app);
  await database.owner(
    `insert into jobs (id, newsroom_id, name, payload, created_at) values (gen_random_uuid(), $1, 'x', '{}', now() - interval '90 s')`,
    [id],
  );
  const text = await (await fetch(`${idle.url}/metrics`)).text();
  expect(sample(text, 'isnad_jobs{state="WAITING"}')).toBe(1);
  expect(sample(text, 'isnad_outbox_oldest_seconds')).toBeGreaterThanOrEqual(90);
  await idle.close();
  await database.owner(`delete from jobs where name = 'x'`);
  app = await startApp(database, { role: 'api', exposure: { metricsToken: TOKEN } });
});

it.each([
  [{}, 200],
  [{ 'x-forwarded-for': '192.0.2.1' }, 403],
  [{ 'x-forwarded-for': '127.0.0.1' }, 403],
  [{ forwarded: 'for=192.0.2.1' }, 403],
  [{ 'x-forwarded-for': '192.0.2.1', authorization: `Bearer ${TOKEN}` }, 200],
  [{ 'x-forwarded-for': '192.0.2.1', authorization: `Bearer ${TOKEN}x` }, 403],
  [{ 'x-forwarded-for': '192.0.2.1', authorization: 'Bearer ' }, 403],
])('is open to this machine or with the token: %j gives %i', async (headers, status) => {
  expect((await scrape(headers as Record<string, string>)).status).toBe(status);
});
