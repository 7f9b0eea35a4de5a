import { checkStoredTask } from '../../src/core/workflow/replay.js';
import type { Role } from '../../src/core/workflow/roles.js';
import { findBreak } from '../../src/tasks/event-chain.js';
import { readTaskStates, toWorkflowEvent } from '../../src/tasks/task-state.js';
import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { GraphqlClient, type GraphqlFailure, type Variables } from '../kit/graphql-client.js';
import { moveClock, resetClock } from '../kit/move-clock.js';
import { makeNewsroom, type TestNewsroom } from '../kit/newsrooms.js';
import { startApp, type StartOptions, type TestApp } from '../kit/start-app.js';
import { until } from '../kit/until.js';

type Failure = GraphqlFailure & { readonly extensions: { readonly holder?: string } };

// Data is whatever the test says it selected.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Data = any;

/** A member of a newsroom, or its machine, who speaks to the service as every client does. */
export class Person {
  private readonly client: GraphqlClient;

  constructor(
    url: string,
    readonly id: string,
    readonly key: string,
  ) {
    this.client = new GraphqlClient(url);
  }

  send(query: string, variables: Variables = {}) {
    return this.client.graphql<Data>(query, variables, this.key);
  }

  /** What was asked for; fails the test where the answer is a failure. */
  async ask(query: string, variables: Variables = {}): Promise<Data> {
    return (await this.send(query, variables)).expectData();
  }

  /** The failure that comes instead of an answer. */
  async failure(query: string, variables: Variables = {}): Promise<Failure> {
    const { body } = await this.send(query, variables);
    if (!body.errors) throw new Error(`No failure, but ${JSON.stringify(body.data)}`);
    return body.errors[0]!;
  }
}

/** A running service with a newsroom in it. */
export class Desk {
  private aheadMs = 0;

  private constructor(
    readonly app: TestApp,
    readonly newsroom: TestNewsroom,
    readonly database: FreshDatabase,
  ) {}

  static async start(options: StartOptions = {}): Promise<Desk> {
    const database = await freshDatabase();
    const app = await startApp(database, options);
    return new Desk(app, await makeNewsroom(database.app), database);
  }

  async join(role: Role, newsroom = this.newsroom): Promise<Person> {
    const { id, key } = await newsroom.member(role);
    return new Person(this.app.url, id, key);
  }

  async machine(): Promise<Person> {
    return new Person(this.app.url, '', await this.newsroom.machine());
  }

  otherNewsroom(): Promise<TestNewsroom> {
    return makeNewsroom(this.database.app);
  }

  /** Submits a text and waits until its tasks are open. */
  async submit(person: Person, input: object): Promise<string> {
    const { submitArticle } = await person.ask(
      'mutation ($input: SubmitArticleInput!) { submitArticle(input: $input) { article { id } } }',
      { input },
    );
    const { id } = submitArticle.article;
    await until('the article is READY', async () => {
      const { article } = await person.ask('query ($id: ID!) { article(id: $id) { status } }', { id });
      return article.status === 'READY';
    });
    return id;
  }

  /** Every task whose stored state is not what its events prove, or whose chain of hashes is broken. */
  findFaults(): Promise<string[]> {
    return this.newsroom.handle.transaction(async (tx) => {
      const ids = (await tx.reviewTask.findMany()).map((task) => task.id);
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
    });
  }

  /** Lets so many minutes pass. */
  moveOn(minutes: number): void {
    this.aheadMs += minutes * 60_000;
    moveClock(this.aheadMs);
  }

  async close(): Promise<void> {
    resetClock();
    await this.app.close();
    await this.database.drop();
  }
}
