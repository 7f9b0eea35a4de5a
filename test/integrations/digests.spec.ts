import { proposeFor } from '../desk/claim-in-review.js';
import { runJobsUntilIdle } from '../kit/run-jobs-until-idle.js';
import { until } from '../kit/until.js';
import type { Person } from '../desk/desk.js';
import { HookedDesk } from './hooked-desk.js';

const SETTINGS = 'frequency hour language nextAt';
const UPDATE = `mutation ($input: UpdateDigestInput!) { updateDigest(input: $input) { ${SETTINGS} } }`;
const READ = `{ digest { ${SETTINGS} } }`;

let hooked: HookedDesk;

beforeEach(async () => {
  hooked = await HookedDesk.start(0);
});

afterEach(() => hooked.close());

const set = async (person: Person, input: object) => (await person.ask(UPDATE, { input })).updateDigest;
const mails = async (person: Person) => hooked.mailsTo(await hooked.emailOf(person));
/** Lets the hours pass until a digest was due, and waits until what was due is done. */
async function letDigestsCome(hours: number): Promise<void> {
  const before = await hooked.desk.database.owner<{ n: number }>(
    `select count(*)::int as n from jobs where name = 'send-digest'`,
  );
  hooked.moveOn(hours * 60);
  await until('a digest was due', async () => {
    const [row] = await hooked.desk.database.owner<{ n: number }>(
      `select count(*)::int as n from jobs where name = 'send-digest'`,
    );
    return row!.n > before[0]!.n;
  });
  await runJobsUntilIdle(hooked.desk.database);
}

it('mails a member what waits for them, what was decided and what was published, once', async () => {
  const { reviewer, checker } = hooked;
  const [, [published, proposed]] = await hooked.openClaims();
  await set(reviewer, { frequency: 'DAILY', language: 'fr' });
  await hooked.publish(published!, { title: 'Grain exports' });
  await proposeFor(checker, proposed!);
  await letDigestsCome(25);
  const [mail, ...others] = await mails(reviewer);
  expect(others).toEqual([]);
  expect(mail!.subject).toMatch(/^Résumé de \u2068Newsroom/);
  const { text } = mail!;
  expect(text).toMatch(/En attente de vous \(1\)\n• Tâche .*, En relecture: .*\n {2}http.*\/tasks\//);
  expect(text).toContain(`/tasks/${proposed}`);
  expect(text).toMatch(/Verdicts approuvés \(1\)\n• Verdict approuvé, .*Faux/);
  expect(text).toMatch(/Publié, corrigé ou retiré \(1\)\n• Vérification publiée : « \u2068Grain exports\u2069 »/);
  // Nobody else asked, and what was told is not told again; what waits is, the next day.
  expect(await mails(checker)).toEqual([]);
  await letDigestsCome(24);
  const again = (await mails(reviewer))[1]!;
  expect(again.text).toContain('En attente de vous (1)');
  expect(again.text).not.toContain('Grain exports');
});

it('says nothing where there is nothing to say, and each hour only what is new', async () => {
  const { reviewer, checker, editor } = hooked;
  await set(reviewer, { frequency: 'HOURLY', language: 'en' });
  await set(editor, { frequency: 'DAILY', language: 'ar' });
  await letDigestsCome(1);
  expect(await mails(reviewer)).toEqual([]);
  const [, [taskId]] = await hooked.openClaims();
  await proposeFor(checker, taskId!);
  await letDigestsCome(1);
  expect(await mails(reviewer)).toMatchObject([{ text: expect.stringContaining('Waiting for you (1)') }]);
  await letDigestsCome(1);
  expect(await mails(reviewer)).toHaveLength(1);
  // A proposer does not review their own words, and is told of none.
  await set(checker, { frequency: 'HOURLY' });
  await letDigestsCome(1);
  expect(await mails(checker)).toEqual([]);
});

it('comes when and as a member says, and not to a machine', async () => {
  const { checker, admin } = hooked;
  expect((await checker.ask(READ)).digest).toEqual({ frequency: 'OFF', hour: 8, language: 'ar', nextAt: null });
  await admin.ask('mutation { updateNewsroom(input: { timeZone: "Asia/Riyadh" }) { id } }');
  const daily = await set(checker, { frequency: 'DAILY', hour: 6 });
  expect(daily).toMatchObject({ frequency: 'DAILY', hour: 6, nextAt: expect.stringMatching(/T03:00:00\.000Z$/) });
  expect((await checker.ask(READ)).digest).toEqual(daily);
  expect(await set(checker, { language: 'en' })).toEqual({ ...daily, language: 'en' });
  for (const [field, input] of [
    ['hour', { hour: 24 }],
    ['hour', { hour: -1 }],
    ['language', { language: 'de' }],
  ] as const) {
    expect((await checker.failure(UPDATE, { input })).extensions).toMatchObject({
      fields: { [field]: expect.anything() },
    });
  }
  expect(await set(checker, { frequency: 'OFF' })).toMatchObject({ frequency: 'OFF', nextAt: null });
  const machine = await hooked.desk.machine();
  expect((await machine.ask(READ)).digest).toBeNull();
  expect((await machine.failure(UPDATE, { input: { frequency: 'DAILY' } })).extensions.code).toBe('FORBIDDEN');
});

it('ends with a member, and keeps no event of theirs', async () => {
  const { reviewer, admin, desk } = hooked;
  await set(reviewer, { frequency: 'DAILY' });
  const [, [taskId]] = await hooked.openClaims();
  await hooked.approve(taskId!);
  expect(await desk.database.owner('select 1 from digest_items')).toHaveLength(1);
  await admin.ask('mutation ($id: ID!) { deactivateMember(id: $id) { active } }', { id: reviewer.id });
  expect(await desk.database.owner('select 1 from digest_items union all select 1 from digest_subscriptions')).toEqual(
    [],
  );
});

it('is mailed again, not lost, where the mail was sent and the process died', async () => {
  const { reviewer, desk } = hooked;
  await set(reviewer, { frequency: 'DAILY', language: 'en' });
  const [, [taskId]] = await hooked.openClaims();
  await hooked.publish(taskId!, { title: 'Grain exports' });
  // What is told is forgotten in the transaction that ends the job: while that cannot be committed, it is told anew.
  await desk.database.owner(`create function fail() returns trigger language plpgsql as $$
    begin raise exception 'killed'; end $$`);
  await desk.database.owner(`create trigger fail before delete on digest_items for each row execute function fail()`);
  hooked.moveOn(25 * 60);
  await until('it was mailed', async () => (await mails(reviewer)).length > 0);
  expect(await desk.database.owner('select 1 from digest_items')).toHaveLength(2);
  await desk.database.owner('drop trigger fail on digest_items');
  await runJobsUntilIdle(desk.database);
  expect(await desk.database.owner('select 1 from digest_items')).toEqual([]);
  for (const { text } of await mails(reviewer)) expect(text).toContain('Grain exports');
});
