import { EventEmitter, on } from 'node:events';
import pg from 'pg';
import type { Log } from '../log.js';
import { type Change, CHANGES_CHANNEL } from './announce-change.js';

const RETRY_MS = 500;

/** Which changes somebody follows: those of one kind in one newsroom, of one article where it is named. */
export interface ChangesFollowed extends Pick<Change, 'kind' | 'newsroomId'> {
  readonly articleId?: string | null;
}

/**
 * Brings the changes that any process has committed to those who follow them in this one: one listening connection,
 * opened when the first of them comes and opened anew when it is lost. What is announced in between is lost: a follower
 * reads anew after a pause of its own connection, and here a pause of the database.
 */
export class ChangeFeed {
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private listening: Promise<void> | null = null;
  private client: pg.Client | null = null;
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly log: Log,
  ) {}

  /** The changes from now on. Ending the iteration ends the following. */
  async follow(followed: ChangesFollowed): Promise<AsyncIterableIterator<[Change]>> {
    await (this.listening ??= this.listen());
    return on(this.emitter, topicOf(followed)) as AsyncIterableIterator<[Change]>;
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.client?.end().catch(() => undefined);
  }

  /** Resolves when the connection listens. */
  private async listen(): Promise<void> {
    for (;;) {
      const client = new pg.Client({ connectionString: this.url });
      try {
        this.client = client;
        client.on('notification', ({ payload }) => this.emit(payload ?? ''));
        client.on('error', () => undefined);
        await client.connect();
        await client.query(`listen ${CHANGES_CHANNEL}`);
        client.once('end', () => {
          if (this.closed) return;
          this.log.warn('the connection that listens for changes was lost, listening anew');
          this.listening = this.listen();
        });
        return;
      } catch (error) {
        await client.end().catch(() => undefined);
        if (this.closed) return;
        this.log.warn({ error: String(error) }, 'changes cannot be listened for, trying again');
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  private emit(payload: string): void {
    const change = JSON.parse(payload) as Change;
    const { kind, newsroomId, articleId } = change;
    this.emitter.emit(topicOf({ kind, newsroomId }), change);
    this.emitter.emit(topicOf({ kind, newsroomId, articleId }), change);
  }
}

const topicOf = ({ kind, newsroomId, articleId }: ChangesFollowed): string =>
  [kind, newsroomId, articleId ?? 'all'].join(' ');
