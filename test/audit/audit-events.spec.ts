import { recordAuditEvent } from '../../src/accounts/audit/record-audit-event.js';
import { AuditSealer } from '../../src/jobs/audit-sealer.js';
import { Desk, type Person } from '../desk/desk.js';
import * as document from '../desk/documents.js';
import { addReadyArticle, addTasks } from '../kit/row-builders.js';

const EVENTS = `query ($filter: AuditEventFilter, $first: Int, $after: String) {
  auditEvents(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { __typename id action at actor { id } comment sealed
      ... on TaskEvent { from to task { id article { id } } }
      ... on NewsroomEvent { actorKind subjectKind subjectId data } }
  } }`;

let desk: Desk;
let editor: Person;
let checker: Person;
let articleId: string;
let taskIds: string[];

beforeAll(async () => {
  desk = await Desk.start();
  [editor, checker] = [await desk.join('EDITOR'), await desk.join('FACT_CHECKER')];
  const { handle } = desk.newsroom;
  articleId = await addReadyArticle(handle);
  taskIds = await addTasks(handle, articleId, [{}, {}]);
  await addTasks(handle, await addReadyArticle(handle), [{}]);
  await checker.ask(document.TAKE, { id: taskIds[0] });
  const input = { taskId: taskIds[1], reason: 'Not for us', expectedVersion: 1 };
  await editor.ask(document.DISMISS, { input });
  await handle.transaction((tx) =>
    recordAuditEvent(tx, {
      ...{ newsroomId: desk.newsroom.id, action: 'ROLE_CHANGED', at: new Date() },
      ...{ actor: { kind: 'MEMBER', memberId: editor.id }, subject: { kind: 'MEMBER', id: checker.id } },
      ...{ data: { from: 'FACT_CHECKER', to: 'REVIEWER' }, comment: 'Well earned' },
    }),
  );
});

afterAll(() => desk.close());

const list = async (filter: object = {}, page: object = {}) =>
  (await editor.ask(EVENTS, { filter, first: 100, ...page })).auditEvents;
const actions = async (filter: object) =>
  (await list(filter)).nodes.map(({ action }: { action: string }) => action).sort();

it('tells both kinds of events, newest first', async () => {
  const { nodes, totalCount } = await list();
  // Beside the six of this test: the newsroom, and two members with a key each.
  expect(totalCount).toBe(11);
  expect(nodes[0]).toEqual({
    ...{ __typename: 'NewsroomEvent', id: expect.any(String), action: 'ROLE_CHANGED', at: expect.any(String) },
    ...{ actor: { id: editor.id }, comment: 'Well earned', sealed: expect.any(Boolean), actorKind: 'MEMBER' },
    ...{ subjectKind: 'MEMBER', subjectId: checker.id, data: { from: 'FACT_CHECKER', to: 'REVIEWER' } },
  });
  expect(nodes[1]).toMatchObject({
    ...{ __typename: 'TaskEvent', action: 'DISMISS', comment: 'Not for us', from: 'OPEN', to: 'DISMISSED' },
    task: { id: taskIds[1], article: { id: articleId } },
  });
  const times = nodes.map(({ at }: { at: string }) => at);
  expect(times).toEqual([...times].sort().reverse());
});

it('finds them by task, article, member, action and time', async () => {
  expect(await actions({ taskId: taskIds[0] })).toEqual(['PREPARE', 'TAKE']);
  expect(await actions({ articleId })).toEqual(['DISMISS', 'PREPARE', 'PREPARE', 'TAKE']);
  expect(await actions({ memberId: checker.id })).toEqual(['MEMBER_JOINED', 'ROLE_CHANGED', 'TAKE']);
  expect(await actions({ memberId: editor.id })).toEqual(['DISMISS', 'MEMBER_JOINED', 'ROLE_CHANGED']);
  expect(await actions({ action: ['TAKE', 'ROLE_CHANGED'] })).toEqual(['ROLE_CHANGED', 'TAKE']);
  expect(await actions({ action: [] })).toEqual([]);
  const { nodes } = await list();
  const { at } = nodes[2];
  expect(await list({ since: at, action: ['TAKE', 'DISMISS'] })).toMatchObject({ totalCount: 2 });
  expect(await actions({ until: nodes.at(-1).at })).toEqual([]);
  for (const id of ['malformed', '\0', editor.id]) {
    expect(await list({ taskId: id })).toMatchObject({ nodes: [], totalCount: 0 });
    expect(await list({ articleId: id })).toMatchObject({ nodes: [], totalCount: 0 });
  }
});

it('pages through all of them without a gap or a repeat, also where many happened at one moment', async () => {
  const all = (await list()).nodes.map(({ id }: { id: string }) => id);
  const seen: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { nodes, pageInfo } = await list({}, { first: 1, after });
    seen.push(...nodes.map(({ id }: { id: string }) => id));
    [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
  }
  expect(seen).toEqual(all);
});

it('is for EDITORs and above', async () => {
  for (const query of [EVENTS, '{ auditHead { head } }']) {
    expect((await checker.failure(query)).extensions.code).toBe('FORBIDDEN');
    expect((await (await desk.machine()).failure(query)).extensions.code).toBe('FORBIDDEN');
    await (await desk.join('ADMIN')).ask(query);
  }
});

it('shows what is sealed, and the head', async () => {
  const sealer = desk.app.nest.get(AuditSealer, { strict: false });
  await sealer.sweep();
  const { nodes } = await list();
  expect(nodes.every(({ sealed }: { sealed: boolean }) => sealed)).toBe(true);
  const { auditHead } = await editor.ask('{ auditHead { number head sealedAt } }');
  expect(auditHead).toEqual({
    number: expect.any(Number),
    head: expect.stringMatching(/^[0-9a-f]{64}$/),
    sealedAt: expect.any(String),
  });
});
