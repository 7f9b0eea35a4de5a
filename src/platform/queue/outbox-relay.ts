import pg from 'pg';
import type { Database } from '../database/database.js';
import type { Log } from '../log.js';
import { JOBS_CHANNEL } from './enqueue.js';
import type { JobLane } from './job-definition.js';
import type { JobQueue } from './job-queue.js';

interface JobRow {
  id: string;
  newsroom_id: string;
  name: string;
  payload: unknown;
}

const BATCH = 500;
/** Looks without being told, for the notification that was lost with its connection. */
const LOOK_EVERY_MS = 1_000;
const SWEEP_EVERY_MS = 10_000;
/** A job that the queue has had for so long is handed over again: the queue ignores it unless it has lost it. */
const OVERDUE_SECONDS = 15;

/**
 * Brings jobs from their table to the queue. Several relays may run: a row is locked while it is handed over, and the
 * queue ignores an id that it has. A relay that dies between handing over and committing leaves the row WAITING, and
 * the next one hands it over again.
 */
export class OutboxRelay {
  private listener: pg.Client | null = null;
  private timers: NodeJS.Timeout[] = [];
  private running: Promise<void> = Promise.resolve();
  private asked = false;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly log: Log,
    /** Of a job's name; one that a newer release has written is nobody's here, and may wait anywhere. */
    private readonly laneOf: (name: string) => JobLane,
  ) {}

  async start(): Promise<void> {
    // What an earlier process left behind is handed over at once: the sweep below would wait for it to be overdue.
    await this.attempt(() => this.sweep(0));
    void this.listen();
    this.timers.push(
      setInterval(() => this.wake(), LOOK_EVERY_MS),
      setInterval(() => void this.attempt(() => this.sweep(OVERDUE_SECONDS)), SWEEP_EVERY_MS),
    );
    this.wake();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.timers.forEach(clearInterval);
    await this.running;
    await this.listener?.end().catch(() => undefined);
  }

  /** Relays soon; calls that come while a relay runs are one further run. */
  private wake(): void {
    if (this.asked || this.stopped) return;
    this.asked = true;
    this.running = this.running.then(async () => {
      this.asked = false;
      await this.attempt(async () => {
        while (!this.stopped && (await this.relayBatch()) === BATCH);
      });
    });
  }

  private async attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      // The database or Redis is away: the rows wait, and the next look tries again.
      this.log.warn({ error: String(error) }, 'jobs could not be relayed, trying again');
    }
  }

  private async relayBatch(): Promise<number> {
    return this.database.forSystem('relay').transaction(async (tx) => {
      const rows = await tx.$queryRaw<JobRow[]>`
        select id, newsroom_id, name, payload from jobs where state = 'WAITING'
        order by created_at, id limit ${BATCH} for update skip locked`;
      if (rows.length === 0) return 0;
      await this.handOver(rows);
      const ids = rows.map((row) => row.id);
      await tx.$executeRaw`
        update jobs set state = 'RELAYED', relayed_at = now() where id = any(${ids}::uuid[]) and state = 'WAITING'`;
      return rows.length;
    });
  }

  private async sweep(overdueSeconds: number): Promise<void> {
    await this.database.forSystem('relay').transaction(async (tx) => {
      for (;;) {
        // now() stands still within the transaction, so that a row handed over here is not found again.
        const rows = await tx.$queryRaw<JobRow[]>`
          select id, newsroom_id, name, payload from jobs
          where state = 'RELAYED' and relayed_at < now() - make_interval(secs => ${overdueSeconds}::float)
          order by relayed_at limit ${BATCH} for update skip locked`;
        await this.handOver(rows);
        const ids = rows.map((row) => row.id);
        await tx.$executeRaw`update jobs set relayed_at = clock_timestamp() where id = any(${ids}::uuid[])`;
        if (rows.length < BATCH || this.stopped) break;
      }
    });
  }

  private async handOver(rows: readonly JobRow[]): Promise<void> {
    for (const lane of ['DESK', 'OUTSIDE'] as const) {
      await this.queue.add(lane, rows.filter(({ name }) => this.laneOf(name) === lane).map(toQueued));
    }
  }

  /** One connection that listens, for as long as the relay runs. */
  private async listen(): Promise<void> {
    while (!this.stopped) {
      const client = new pg.Client({ connectionString: this.database.appUrl });
      this.listener = client;
      // A connection that breaks reports it more than once: the listener stays.
      const ended = new Promise<void>((resolve) => client.on('end', resolve).on('error', () => resolve()));
      try {
        await client.connect();
        client.on('notification', () => this.wake());
        await client.query(`listen ${JOBS_CHANNEL}`);
        await ended;
      } catch {
        await client.end().catch(() => undefined);
      }
      if (!this.stopped) await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

const toQueued = (row: JobRow) => ({
  id: row.id,
  name: row.name,
  data: { newsroomId: row.newsroom_id, payload: row.payload },
});
