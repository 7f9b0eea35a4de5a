import { EventEmitter, on } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '../log.js';
import { type Change, CHANGES_CHANNEL } from './announce-change.js';

const RETRY_MS = 500;
/** A connection that has died without a word is noticed by the next question that it does not answer. */
const ASK_EVERY_MS = 15_000;
/** A transaction may take a minute: what it changed may carry an earlier time than what was heard before its commit. */
const OVERLAP_MS = 90_000;

/** Which changes somebody follows: those of one kind in one newsroom, of one article where it is named. */
export interface ChangesFollowed extends Pick<Change, 'kind' | 'newsroomId'> {
  readonly articleId?: string | null;
}

/** What has changed in a newsroom since a time (UTC), in batches, from the rows themselves. */
export type ReadChangesSince = (newsroomId: string, since: Date) => AsyncIterable<readonly Change[]>;

/**
 * Brings the changes that any process has committed to those who follow them in this one: one listening connection,
 * opened when the first of them comes and opened anew when it is lost. What was announced in between nobody heard: it is
 * read from the rows and told then. A change may so be told twice, and is told with what is true when it is told.
 */
export class ChangeFeed {
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private readonly readers = new Map<Change['kind'], ReadChangesSince>();
  private listening: Promise<void> | null = null;
  private client: pg.Client | null = null;
  private readonly timer: NodeJS.Timeout;
  /** When the connection was last known to hear everything. */
  private heardAt = new Date();
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly log: Log,
    askEveryMs = ASK_EVERY_MS,
  ) {
    this.timer = setInterval(() => void this.ask(askEveryMs), askEveryMs).unref();
  }

  /** Says how changes of a kind are found that were announced while nobody listened. */
  catchUpWith(kind: Change['kind'], read: ReadChangesSince): void {
    this.readers.set(kind, read);
  }

  /** The changes from now on. Ending the iteration ends the following. */
  async follow(followed: ChangesFollowed): Promise<AsyncIterableIterator<[Change]>> {
    await (this.listening ??= this.listen(null));
    return on(this.emitter, topicOf(followed)) as AsyncIterableIterator<[Change]>;
  }

  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  /** Resolves when the connection listens. `lostAt`: until when another one did. */
  private async listen(lostAt: Date | null): Promise<void> {
    while (!this.closed) {
      const client = new pg.Client({ connectionString: this.url });
      try {
        this.client = client;
        client.on('notification', ({ payload }) => this.tell(JSON.parse(payload ?? '') as Change));
        client.on('error', () => undefined);
        await client.connect();
        await client.query(`listen ${CHANGES_CHANNEL}`);
        // Only now: what is committed from here on is heard, what was before is read.
        if (lostAt) await this.catchUp(lostAt);
        this.heardAt = new Date();
        client.once('end', () => {
          if (this.closed) return;
          this.log.warn('the connection that listens for changes was lost, listening anew');
          this.listening = this.listen(this.heardAt);
        });
        // It may have ended before anybody looked.
        await client.query('select 1');
        return;
      } catch (error) {
        client.removeAllListeners('end');
        await client.end().catch(() => undefined);
        this.log.warn({ error: String(error) }, 'changes cannot be listened for, trying again');
        await sleep(RETRY_MS, undefined, { ref: false });
      }
    }
  }

  /** Asks the connection whether it is there; one that does not answer in time is ended, and another opened. */
  private async ask(withinMs: number): Promise<void> {
    const { client } = this;
    if (!client || !this.listening) return;
    const asked = new Date();
    const answered = await Promise.race([
      client.query('select 1').then(
        () => true,
        () => false,
      ),
      sleep(withinMs, false, { ref: false }),
    ]);
    if (answered) this.heardAt = asked;
    // Not end(): that would wait for the other side's goodbye.
    else (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  }

  private async catchUp(lostAt: Date): Promise<void> {
    const since = new Date(lostAt.getTime() - OVERLAP_MS);
    const followed = this.emitter.eventNames().map((topic) => String(topic).split(' ') as [Change['kind'], string]);
    for (const key of new Set(followed.map(([kind, newsroomId]) => `${kind} ${newsroomId}`))) {
      const [kind, newsroomId] = key.split(' ') as [Change['kind'], string];
      for await (const batch of this.readers.get(kind)?.(newsroomId, since) ?? []) {
        for (const change of batch) this.tell(change);
      }
    }
  }

  private tell(change: Change): void {
    const { kind, newsroomId, articleId } = change;
    this.emitter.emit(topicOf({ kind, newsroomId }), change);
    this.emitter.emit(topicOf({ kind, newsroomId, articleId }), change);
  }
}

const topicOf = ({ kind, newsroomId, articleId }: ChangesFollowed): string =>
  [kind, newsroomId, articleId ?? 'all'].join(' ');
