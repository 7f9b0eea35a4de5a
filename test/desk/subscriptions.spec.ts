import { get } from 'node:http';
import { createRequire } from 'node:module';
import { type Client, createClient } from 'graphql-ws';
import { startApp, type TestApp } from '../kit/start-app.js';
import { until } from '../kit/until.js';
import { Desk, type Person } from './desk.js';
import * as document from './documents.js';

const { WebSocket } = createRequire(import.meta.url)('ws') as { WebSocket: unknown };

const TEXT = `Grain exports rose by 12 percent in 2025, the ministry of trade said on Monday.
Omar Haddad said the northern port lost 300 jobs in 2024.`;

describe('Subscriptions', () => {
  let desk: Desk;
  let second: TestApp;
  let editor: Person;
  const clients: Client[] = [];

  beforeAll(async () => {
    desk = await Desk.start();
    second = await startApp(desk.database, { role: 'api' });
    editor = await desk.join('EDITOR');
  });

  afterAll(async () => {
    for (const client of clients) await client.dispose();
    await second.close();
    await desk.close();
  });

  /** Follows a subscription; what came and what failed is collected. */
  function follow(url: string, query: string, variables: Record<string, unknown>, key?: string) {
    const client = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: key ? { authorization: `Bearer ${key}` } : {},
    });
    clients.push(client);
    // Data is whatever the test says it selected.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    const seen: { data: any[]; errors: any[] } = { data: [], errors: [] };
    client.subscribe(
      { query, variables },
      {
        next: ({ data, errors }) => (errors ? seen.errors.push(...errors) : seen.data.push(data)),
        error: (failure) => seen.errors.push(...(Array.isArray(failure) ? failure : [failure])),
        complete: () => undefined,
      },
    );
    return seen;
  }

  const TASK =
    'subscription ($articleId: ID) { reviewTaskChanged(articleId: $articleId) { id status version assignee { id } } }';
  const ARTICLE = 'subscription ($id: ID) { articleChanged(id: $id) { id status progress { prepared decided } } }';

  it('tells of an article on its way, and of each change of a task, in every process', async () => {
    const articles = follow(second.url, ARTICLE, {}, editor.key);
    const stranger = follow(second.url, TASK, {}, (await (await desk.otherNewsroom()).member('ADMIN')).key);
    // The socket follows from when it has been answered; until then there is nothing to see.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const articleId = await desk.submit(editor, { text: TEXT, language: 'en' });
    const last = await until(
      'the article is told READY',
      () => articles.data.at(-1)?.articleChanged.status === 'READY',
    );
    expect(last).toBe(true);
    expect(articles.data.map(({ articleChanged }) => articleChanged.status)).toContain('EXTRACTING');

    const here = follow(desk.app.url, TASK, { articleId }, editor.key);
    const there = follow(second.url, TASK, { articleId }, editor.key);
    const elsewhere = follow(second.url, TASK, { articleId: crypto.randomUUID() }, editor.key);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const [{ id, version }] = (await editor.ask(document.TASKS, { filter: { articleId } })).reviewTasks.nodes;
    await editor.ask(document.TAKE, { id });
    const input = { taskId: id, reason: 'Not ours', expectedVersion: version + 1 };
    await editor.ask(document.DISMISS, { input });
    for (const seen of [here, there]) {
      await until('both changes are told', () => seen.data.length === 2);
      expect(seen.data.map(({ reviewTaskChanged }) => reviewTaskChanged)).toEqual([
        { id, status: expect.any(String), version: expect.any(Number), assignee: expect.anything() },
        { id, status: 'DISMISSED', version: version + 2, assignee: null },
      ]);
    }
    await until('the progress is told', () => articles.data.at(-1)?.articleChanged.progress.decided === 1);
    expect([elsewhere, stranger].map(({ data, errors }) => [data, errors])).toEqual([
      [[], []],
      [[], []],
    ]);
  });

  it('tells nothing after a refusal', async () => {
    const seen = follow(desk.app.url, TASK, {}, editor.key);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const [{ id }] = (await editor.ask(document.TASKS, { filter: { status: ['DISMISSED'] } })).reviewTasks.nodes;
    await editor.failure(document.TAKE, { id });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(seen).toEqual({ data: [], errors: [] });
  });

  it.each([
    ['no credentials', TASK, undefined, 'UNAUTHENTICATED'],
    ['a made-up key', TASK, `isnad_${'x'.repeat(43)}`, 'UNAUTHENTICATED'],
    ['an unknown field', 'subscription { reviewTaskChanged { id secret } }', 'own', 'BAD_USER_INPUT'],
    ['a wrong argument', 'subscription { reviewTaskChanged(task: 1) { id } }', 'own', 'BAD_USER_INPUT'],
  ])('refuses %s', async (_name, query, key, code) => {
    const seen = follow(desk.app.url, query, {}, key === 'own' ? editor.key : key);
    await until('the refusal comes', () => seen.errors.length > 0);
    expect(seen.errors[0].extensions.code).toBe(code);
    expect(seen.data).toEqual([]);
  });

  it('lets no request without credentials past by calling itself a socket', async () => {
    const status = await new Promise((resolve, reject) => {
      const options = { headers: { upgrade: 'websocket' } };
      get(`${desk.app.url}/graphql?query=%7Bviewer%7Brole%7D%7D`, options, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on('error', reject);
    });
    expect(status).toBe(401);
  });
});
