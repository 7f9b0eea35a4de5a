import { connect, createServer, type Server, type Socket } from 'node:net';
import { articleReader, taskReader } from '../kit/change-readers.js';
import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom, type TestNewsroom } from '../kit/newsrooms.js';
import { addReadyArticle, addTasks } from '../kit/row-builders.js';
import { until } from '../kit/until.js';
import { ChangeFeed } from '../../src/platform/changes/change-feed.js';
import { announceChange, type Change } from '../../src/platform/changes/announce-change.js';
import { createLog } from '../../src/platform/log.js';

/** A way to the database that can be cut and opened again. */
class Line {
  private server: Server | null = null;
  private readonly sockets = new Set<Socket>();
  port = 0;
  /** Whether what comes through is dropped without a word, as by a router that has forgotten the connection. */
  silent = false;

  constructor(private readonly target: URL) {}

  async open(): Promise<void> {
    const server = createServer((near) => {
      const far = connect(Number(this.target.port), this.target.hostname);
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        this.sockets.add(from);
        from.on('data', (data) => void (this.silent || to.write(data)));
        from.on('close', () => to.destroy()).on('error', () => to.destroy());
      }
    });
    this.server = server;
    await new Promise<void>((listening) => server.listen(this.port, '127.0.0.1', listening));
    this.port = (server.address() as { port: number }).port;
  }

  async cut(): Promise<void> {
    const closed = new Promise((done) => this.server?.close(done));
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
    await closed;
  }
}

describe('Changes that were announced while nobody could listen', () => {
  let database: FreshDatabase;
  let newsroom: TestNewsroom;
  let line: Line;
  let feed: ChangeFeed;
  let articleId: string;
  let taskIds: string[];
  const seen: Change[] = [];

  beforeAll(async () => {
    database = await freshDatabase();
    newsroom = await makeNewsroom(database.app);
    articleId = await addReadyArticle(newsroom.handle);
    taskIds = await addTasks(newsroom.handle, articleId, [{}, {}]);
    await database.owner(`update review_tasks set updated_at = now() - interval '1 day'`);
    line = new Line(new URL(database.appUrl));
    await line.open();
    const url = new URL(database.appUrl);
    url.host = `127.0.0.1:${line.port}`;
    feed = new ChangeFeed(url.href, createLog('silent'), 300);
    feed.catchUpWith('TASK', taskReader(database.app));
    feed.catchUpWith('ARTICLE', articleReader(database.app));
    void (async () => {
      const following = await feed.follow({ kind: 'TASK', newsroomId: newsroom.id });
      for await (const [change] of following) seen.push(change);
    })();
    await until('it is told what is announced', async () => {
      await change(taskIds[0]!);
      return seen.length > 0;
    });
  });

  afterAll(async () => {
    await feed.close();
    await line.cut();
    await database.drop();
  });

  const change = (id: string) =>
    newsroom.handle.transaction(async (tx) => {
      await tx.$executeRaw`update review_tasks set updated_at = clock_timestamp() where id = ${id}::uuid`;
      await announceChange(tx, { kind: 'TASK', newsroomId: newsroom.id, id, articleId });
    });
  const told = (id: string) => seen.some((each) => each.id === id);

  it('are told once it is there again', async () => {
    await line.cut();
    await change(taskIds[1]!);
    expect(told(taskIds[1]!)).toBe(false);
    await line.open();
    await until('what was missed is told', () => told(taskIds[1]!));
    expect(seen.every(({ kind, newsroomId }) => kind === 'TASK' && newsroomId === newsroom.id)).toBe(true);
  });

  it('are told as well where the connection died without a word', async () => {
    await database.owner(`update review_tasks set updated_at = now() - interval '1 day'`);
    seen.length = 0;
    line.silent = true;
    await change(taskIds[0]!);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(told(taskIds[0]!)).toBe(false);
    line.silent = false;
    await until('what was missed is told', () => told(taskIds[0]!));
    expect(told(taskIds[1]!)).toBe(false);
  });
});
