import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { AccountsService } from '../../src/accounts/accounts.service.js';
import { checkStoredTask } from '../../src/core/workflow/replay.js';
import type { Role } from '../../src/core/workflow/roles.js';
import { createApp } from '../../src/main/create-app.js';
import type { Config } from '../../src/platform/config/config.js';
import { Secrets } from '../../src/platform/config/secrets.js';
import { Database } from '../../src/platform/database/database.js';
import { prepareDatabase } from '../../src/platform/database/prepare-database.js';
import { createLog } from '../../src/platform/log.js';
import { findBreak } from '../../src/tasks/event-chain.js';
import { readTaskStates, toWorkflowEvent } from '../../src/tasks/task-state.js';

const MIGRATIONS = join(import.meta.dirname, '../../prisma/migrations');
const secrets = new Secrets('a secret for the tests of the desk');

/** A clock that stands where the real one does, moved on by hand. */
export class MovableClock {
  private aheadMs = 0;

  now(): Date {
    return new Date(Date.now() + this.aheadMs);
  }

  moveOn(minutes: number): void {
    this.aheadMs += minutes * 60_000;
  }
}

export interface Failure {
  readonly message: string;
  readonly extensions: { readonly code: string; readonly fields?: Record<string, string>; readonly holder?: string };
}

// Data is whatever the test says it selected.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Data = any;

/** A member of the desk's newsroom, who speaks to it as every client does. */
export class Person {
  constructor(
    private readonly url: string,
    readonly id: string,
    readonly key: string,
  ) {}

  async send(query: string, variables: object = {}): Promise<{ data?: Data; errors?: Failure[] }> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.key}` },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as { data?: Data; errors?: Failure[] };
  }

  /** What was asked for; fails the test where the answer is a failure. */
  async ask(query: string, variables: object = {}): Promise<Data> {
    const { data, errors } = await this.send(query, variables);
    if (errors) throw new Error(`${errors[0]!.extensions.code}: ${JSON.stringify(errors)}`);
    return data;
  }

  /** The failure that comes instead of an answer. */
  async failure(query: string, variables: object = {}): Promise<Failure> {
    const { data, errors } = await this.send(query, variables);
    if (!errors) throw new Error(`No failure, but ${JSON.stringify(data)}`);
    return errors[0]!;
  }
}

export interface Desk {
  readonly url: string;
  readonly clock: MovableClock;
  readonly newsroom: { readonly id: string; readonly slug: string };
  readonly database: Database;
  readonly nest: NestFastifyApplication;
  join(role: Role, newsroomSlug?: string): Promise<Person>;
  machine(): Promise<Person>;
  otherNewsroom(): Promise<string>;
  /** Past row-level security, as the database's owner. */
  owner(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** Submits a text and waits until its tasks are open. */
  submit(person: Person, input: object): Promise<string>;
  /** Every task whose stored state is not what its events prove, or whose chain of hashes is broken. */
  findFaults(): Promise<string[]>;
  /** A second process on the same database. */
  second(): Promise<{ readonly url: string; close(): Promise<void> }>;
  close(): Promise<void>;
}

let count = 0;

/** The real application in this process, on a database of its own. */
export async function startDesk(options: { publicUrl?: string } = {}): Promise<Desk> {
  const serverUrl = new URL(process.env.ISNAD_TEST_POSTGRES_URL!);
  const name = `desk_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, `create database ${name}`);
  const ownerUrl = new URL(serverUrl);
  ownerUrl.pathname = `/${name}`;
  // Far from UTC: a time that is compared in the server's own zone comes out wrong.
  await onServer(serverUrl, `alter database ${name} set timezone to 'Asia/Riyadh'`);
  const { appUrl } = await prepareDatabase(ownerUrl.href, MIGRATIONS, secrets);
  const clock = new MovableClock();
  const owner = new pg.Pool({ connectionString: ownerUrl.href, max: 2 });
  const { nest, url } = await startProcess(appUrl, clock, 'all', options.publicUrl ?? null);
  const database = nest.get(Database);
  const accounts = nest.get(AccountsService);
  const newsroom = await accounts.createNewsroom(`newsroom-${++count}`, 'غرفة الأخبار');

  const join = async (role: Role, slug = newsroom.slug) => {
    const email = `${role.toLowerCase()}-${++count}@test.invalid`;
    const { id } = await accounts.createMember(slug, { email, name: `Person ${count}`, role });
    return new Person(url, id, await accounts.createMemberKey(email, { newsroom: slug, expiresAt: null }));
  };
  return {
    url,
    clock,
    newsroom,
    database,
    nest,
    join,
    machine: async () => new Person(url, '', await accounts.createMachineKey(newsroom.slug, 'a machine', null)),
    otherNewsroom: async () => (await accounts.createNewsroom(`newsroom-${++count}`, 'Another')).slug,
    owner: async (sql, values = []) => (await owner.query(sql, values)).rows as Record<string, unknown>[],
    async submit(person, input) {
      const { submitArticle } = await person.ask(
        'mutation ($input: SubmitArticleInput!) { submitArticle(input: $input) { article { id } } }',
        { input },
      );
      const { id } = submitArticle.article;
      for (const end = Date.now() + 30_000; Date.now() < end;) {
        const { article } = await person.ask('query ($id: ID!) { article(id: $id) { status failure } }', { id });
        if (article.status === 'READY') return id;
        if (article.status === 'FAILED') throw new Error(article.failure);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error('The article is not READY');
    },
    findFaults: () =>
      database.forNewsroom(newsroom.id).transaction(async (tx) => {
        const tasks = await tx.reviewTask.findMany();
        const ids = tasks.map((task) => task.id);
        const states = await readTaskStates(tx, ids);
        const events = await tx.taskEvent.findMany({ orderBy: [{ taskId: 'asc' }, { number: 'asc' }] });
        const faults: string[] = [];
        for (const id of ids) {
          const own = events.filter((event) => event.taskId === id).map(toWorkflowEvent);
          faults.push(...checkStoredTask(states.get(id)!, own).map((fault) => `${id}: ${fault}`));
          const broken = await findBreak(tx, id);
          if (broken !== null) faults.push(`${id}: ${broken}`);
        }
        return faults;
      }),
    async second() {
      const process = await startProcess(appUrl, clock, 'api', options.publicUrl ?? null);
      return { url: process.url, close: () => process.nest.close() };
    },
    async close() {
      await nest.close();
      await owner.end();
      await onServer(serverUrl, `drop database if exists ${name} with (force)`);
      await onServer(serverUrl, `drop role if exists ${new URL(appUrl).username}`);
    },
  };
}

async function startProcess(appUrl: string, clock: MovableClock, role: Config['role'], publicUrl: string | null) {
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    databaseUrl: appUrl,
    redisUrl: null,
    dataDir: tmpdir(),
    role,
    secret: 'a secret for the tests of the desk',
    publicUrl,
    demo: false,
    logLevel: 'silent',
  };
  const log = createLog(process.env.ISNAD_TEST_LOG ?? 'silent');
  const { nest } = await createApp({ config, secrets, database: new Database(appUrl), log, clock });
  await nest.listen(0, '127.0.0.1');
  const { port } = nest.getHttpServer().address() as { port: number };
  return { nest, url: `http://127.0.0.1:${port}` };
}

async function onServer(url: URL, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
