import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import { runHandler } from '../kit/run-handler.js';
import { runJobsUntilIdle } from '../kit/run-jobs-until-idle.js';
import { TakeSnapshotHandler } from '../../src/jobs/take-snapshot.handler.js';
import { systemClock } from '../../src/platform/clock.js';
import type { Config } from '../../src/platform/config/config.js';
import { AllowList } from '../../src/platform/guarded-fetcher/allow-list.js';
import { submitClaims, versionOf } from './claim-in-review.js';
import { Desk, type Person } from './desk.js';
import * as document from './documents.js';

const PAGE = '<!doctype html><script>alert(1)</script><p>سجل الميناء</p>';
const SNAPSHOT = 'snapshot { status takenAt sha256 size contentType finalUrl failure downloadUrl }';
const READ = `query ($id: ID!) { reviewTask(id: $id) { version evidence { id url ${SNAPSHOT} } } }`;
const RETRY = `mutation ($id: ID!) { retrySnapshot(evidenceId: $id) { id ${SNAPSHOT} } }`;

describe('Snapshots of evidence', () => {
  let source: Server;
  let base: string;
  let broken = true;
  let desk: Desk;
  let checker: Person;
  let taskId: string;

  beforeAll(async () => {
    source = createServer((request, response) => {
      if (request.url === '/moved') return response.writeHead(302, { location: '/page' }).end();
      if (request.url === '/large') return response.end(Buffer.alloc(6 * 1024 * 1024));
      if (request.url === '/later' && broken) return response.writeHead(503).end();
      return response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' })
        .end(gzipSync(PAGE));
    });
    await new Promise<void>((listening) => source.listen(0, '127.0.0.1', listening));
    const { port } = source.address() as { port: number };
    base = `http://127.0.0.1:${port}`;
    desk = await Desk.start({ fetchAllow: `127.0.0.1:${port}` });
    checker = await desk.join('FACT_CHECKER');
    [, [taskId]] = (await submitClaims(desk, checker)) as [string, [string]];
    await checker.ask(document.TAKE, { id: taskId });
  });

  afterAll(async () => {
    await desk.close();
    source.close();
  });

  const add = async (url: string | null): Promise<string> => {
    const input = { taskId, stance: 'REFUTES', ...(url === null ? { note: 'A note' } : { url }) };
    const { addEvidence } = await checker.ask(document.ADD_EVIDENCE, { input });
    await runJobsUntilIdle(desk.database);
    return addEvidence.id;
  };
  const snapshotOf = async (id: string) => {
    const { evidence } = (await checker.ask(READ, { id: taskId })).reviewTask;
    return evidence.find((piece: { id: string }) => piece.id === id).snapshot;
  };
  const download = (url: string, key?: string) =>
    fetch(url, { headers: key ? { authorization: `Bearer ${key}` } : {}, redirect: 'manual' });

  it('keeps the bytes with hash, size, type and the address after redirects', async () => {
    const id = await add(`${base}/moved`);
    const sha256 = createHash('sha256').update(PAGE).digest('hex');
    expect(await snapshotOf(id)).toEqual({
      status: 'STORED',
      takenAt: expect.any(String),
      ...{ sha256, size: Buffer.byteLength(PAGE), contentType: 'text/html; charset=utf-8', failure: null },
      finalUrl: `${base}/page`,
      downloadUrl: expect.stringContaining(`${desk.app.url}/snapshots/`),
    });
    // The same bytes from another address are stored once.
    expect((await snapshotOf(await add(`${base}/page`))).sha256).toBe(sha256);
    expect(await desk.database.owner('select size from snapshot_contents')).toHaveLength(1);
    expect(await snapshotOf(await add(null))).toBeNull();
  });

  it('hands them to members of the newsroom alone, as a file that no browser opens', async () => {
    const { downloadUrl } = await snapshotOf(await add(`${base}/page`));
    const answer = await download(downloadUrl, checker.key);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': expect.stringMatching(/^attachment; filename="[0-9a-f-]+\.html"$/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    });
    expect(await answer.text()).toBe(PAGE);
    const stranger = await desk.join('ADMIN', await desk.otherNewsroom());
    expect((await download(downloadUrl)).status).toBe(401);
    expect((await download(downloadUrl, (await desk.machine()).key)).status).toBe(401);
    expect((await download(downloadUrl, stranger.key)).status).toBe(404);
    expect((await download(`${desk.app.url}/snapshots/x`, checker.key)).status).toBe(404);
  });

  it('shows a failure in a sentence, stands in nobody’s way, and is tried again', async () => {
    const before = await versionOf(checker, taskId);
    const id = await add(`${base}/later`);
    expect(await snapshotOf(id)).toMatchObject({
      ...{ status: 'FAILED', takenAt: null, sha256: null, size: null, downloadUrl: null },
      failure: expect.stringContaining('answered with status 503.'),
    });
    // A snapshot is no change of the evidence: the version that somebody is writing against stays.
    expect(await versionOf(checker, taskId)).toBe(before + 1);
    const viewer = await desk.join('VIEWER');
    expect((await viewer.failure(RETRY, { id })).extensions.code).toBe('FORBIDDEN');
    broken = false;
    await Promise.all([checker.ask(RETRY, { id }), checker.ask(RETRY, { id })]);
    await runJobsUntilIdle(desk.database);
    expect(await snapshotOf(id)).toMatchObject({ status: 'STORED', failure: null });
    expect((await checker.failure(RETRY, { id })).extensions.code).toBe('INVALID_TRANSITION');
    expect((await checker.failure(RETRY, { id: crypto.randomUUID() })).extensions.code).toBe('NOT_FOUND');
  });

  it('refuses what is too large, and what is not public', async () => {
    expect((await snapshotOf(await add(`${base}/large`))).failure).toContain('larger than 5242880 bytes');
    for (const url of ['http://127.0.0.1:1/', 'http://169.254.169.254/latest/meta-data', 'http://[::1]/']) {
      expect(await snapshotOf(await add(url))).toMatchObject({
        status: 'FAILED',
        failure: expect.stringMatching(/\.$/),
      });
    }
  });

  it('is taken anew of another address, and belongs to the address that the evidence has now', async () => {
    const id = await add(`${base}/large`);
    const update = (url: string) => checker.ask(document.UPDATE_EVIDENCE, { input: { id, url, stance: 'REFUTES' } });
    await update(`${base}/page`);
    await runJobsUntilIdle(desk.database);
    expect((await snapshotOf(id)).status).toBe('STORED');
    await desk.database.owner('select 1');
    await update(`${base}/large`);
    await runJobsUntilIdle(desk.database);
    expect((await snapshotOf(id)).status).toBe('FAILED');
  });

  it('is taken once however often its job runs', async () => {
    const id = await add(`${base}/page?twice`);
    await desk.database.owner(`update snapshots set status = 'PENDING', sha256 = null where evidence_id = $1`, [id]);
    await desk.database.owner(
      `update jobs set state = 'RELAYED' where name = 'take-snapshot' and payload ->> 'snapshotId' =
        (select id::text from snapshots where evidence_id = $1)`,
      [id],
    );
    const config = { fetchAllow: AllowList.parse(base.replace('http://', '')) } as Config;
    const handler = new TakeSnapshotHandler(systemClock, config);
    await runHandler(desk.database, desk.newsroom.handle, handler, 3);
    expect(await snapshotOf(id)).toMatchObject({ status: 'STORED', size: Buffer.byteLength(PAGE) });
  });
});
