import * as document from '../desk/documents.js';
import * as desk from './mending-desk.js';
import { type Data, MendingDesk, spanOf } from './mending-desk.js';

const PRECISION = `query ($filter: ExtractionPrecisionFilter, $limit: Int) { extractionPrecision(filter: $filter, limit: $limit) {
  kind origin rule cue language judged kept changed rejected precision exactness } }`;

let mending: MendingDesk;
beforeAll(async () => void (mending = await MendingDesk.start()));
afterAll(() => mending.desk.close());

const count = async (filter: object = {}, limit?: number): Promise<Data[]> =>
  (await mending.editor.ask(PRECISION, { filter, limit })).extractionPrecision;

it('counts by rule, cue and language what people made of what was found', async () => {
  expect(await count()).toEqual([]);
  const quotes = await mending.tasks({ kind: 'QUOTE' });
  const changed = quotes.find(({ subject }) => subject.text.includes('4.1 million'));
  const rejected = quotes.find(({ subject }) => subject.text.includes('warehouses'));
  const kept = quotes.find(({ subject }) => subject.text.includes('300 jobs'));
  const cueOf = (task: Data) => task.subject.cue?.text ?? null;

  await mending.mend(desk.REATTRIBUTE, changed, { speaker: { name: 'A clerk' }, cue: spanOf('told reporters') });
  await mending.mend(desk.REATTRIBUTE, await mending.read(changed.id), { speaker: { name: 'Another clerk' } });
  const gone = await mending.mend(desk.REJECT, rejected, { reason: 'A poster' });
  await mending.checker.ask(document.TAKE, { id: kept.id });
  await mending.checker.ask(document.ADD_EVIDENCE, { input: { taskId: kept.id, note: 'x', stance: 'SUPPORTS' } });
  const at = async () => ({ taskId: kept.id, expectedVersion: (await mending.read(kept.id)).version });
  const rationale = document.RATIONALE;
  await mending.checker.ask(document.PROPOSE, { input: { ...(await at()), rating: 'ACCURATE', rationale } });
  await (await mending.desk.join('REVIEWER')).ask(document.APPROVE, { input: await at() });
  // What says nothing of how well it was found.
  const claim = await mending.task('CLAIM', 'Grain exports');
  await mending.mend(desk.REWORD, claim, { proposition: 'Exports of grain have risen.' });
  await mending.editor.ask(desk.ADD_QUOTE, { input: { articleId: mending.articleId, spans: [spanOf('Its bell')] } });

  const rows = await count();
  const of = (task: Data) => rows.find(({ rule, cue }) => rule === task.subject.rule && cue === cueOf(task));
  expect(rows.reduce((sum, { judged }) => sum + judged, 0)).toBe(3);
  for (const row of rows) {
    expect(row).toMatchObject({ kind: 'QUOTE', origin: 'RULES', language: 'en' });
    expect(row.kept + row.changed + row.rejected).toBe(row.judged);
    expect(row.precision).toBeCloseTo((row.kept + row.changed) / row.judged);
    expect(row.exactness).toBeCloseTo(row.kept / row.judged);
  }
  // By the cue that the rule had proposed, not by the one that the editor said.
  expect(of(changed).changed).toBe(1);
  expect(of(rejected).rejected).toBeGreaterThanOrEqual(1);
  expect(of(kept).kept).toBeGreaterThanOrEqual(1);

  expect(await count({ kind: 'CLAIM' })).toEqual([]);
  expect(await count({ language: 'ar' })).toEqual([]);
  expect(await count({ rule: changed.subject.rule })).toContainEqual(of(changed));
  expect(await count({ since: '2099-01-01T00:00:00Z' })).toEqual([]);
  expect(await count({}, 1)).toHaveLength(1);

  // A rejection that was taken back is none.
  await mending.mend(desk.RESTORE, gone);
  expect((await count()).reduce((sum, { judged }) => sum + judged, 0)).toBe(2);
});

it('is for EDITORs and above, and for no more than a hundred', async () => {
  expect((await mending.checker.failure(PRECISION)).extensions.code).toBe('FORBIDDEN');
  for (const limit of [0, 101]) {
    expect((await mending.editor.failure(PRECISION, { limit })).extensions.code).toBe('BAD_USER_INPUT');
  }
});

it('keeps what each was, and what was made of it', async () => {
  const rows = await mending.desk.database.owner(
    `select action, origin, stage, rule, cue, before ->> 'speaker' is not null as had from extraction_feedback
     where action = 'REATTRIBUTE' order by number`,
  );
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({ origin: 'RULES', stage: 'find-quotes', cue: 'told', had: true });
  expect(rows[1]).toMatchObject({ cue: 'told reporters' });
});
