import { setTimeout as sleep } from 'node:timers/promises';
import { createPostgresBackend, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type pg from 'pg';
import type { Config } from '../config/config.js';
import type { Secrets } from '../config/secrets.js';
import { survivingPool } from '../database/surviving-pool.js';
import type { JobLane } from './job-definition.js';

/** What travels through BullMQ: enough to find the job's row under its newsroom. */
export interface QueuedJob {
  readonly newsroomId: string;
  readonly payload: unknown;
}

export type JobRunner = (job: { id: string; name: string; data: QueuedJob }) => Promise<void>;

interface Lane {
  readonly name: string;
  /** So many jobs of it run at once in one process. */
  readonly concurrency: number;
}

const LANES: Readonly<Record<JobLane, Lane>> = {
  DESK: { name: 'isnad-jobs', concurrency: 8 },
  OUTSIDE: { name: 'isnad-outside', concurrency: 16 },
};
/** A worker that died is noticed after its lock ran out and the next check: 13 s at most. BullMQ's 30 s + 30 s are long. */
const LOCK_MS = 10_000;
const STALLED_CHECK_MS = 3_000;
/** Closing takes milliseconds where the queue's server is there. */
const CLOSING_GRACE_MS = 3_000;

/**
 * The job queue, of one lane for each kind of waiting: BullMQ on PostgreSQL, or with a Redis URL on Redis or Valkey. It only
 * carries; whether a job is done the jobs table says, so that the whole queue may be lost and be built anew from there.
 */
export class JobQueue {
  private readonly pool: pg.Pool | null;
  private readonly queues: ReadonlyMap<JobLane, Queue<QueuedJob>>;
  private readonly redis: Redis[] = [];
  private workers: Worker<QueuedJob>[] = [];
  private readonly running = new Set<Promise<void>>();
  private readonly prefix: string;

  constructor(
    private readonly config: Pick<Config, 'redisUrl'>,
    appUrl: string,
    secrets: Secrets,
    private readonly onError: (error: Error) => void,
    private readonly onRun: (name: string, outcome: 'done' | 'failed', seconds: number) => void = () => undefined,
  ) {
    // Two desks on one Redis must not run each other's jobs: the prefix belongs to the secret that a desk's processes share.
    this.prefix = `isnad-${secrets.derive('queue prefix').slice(0, 10)}`;
    // BullMQ's functions live in a schema of their own; each worker keeps one connection for good.
    this.pool = config.redisUrl
      ? null
      : survivingPool({ connectionString: appUrl, max: 12, options: '-c search_path=public,bullmq' }, onError);
    this.pool?.setMaxListeners(0);
    // A producer fails at once while Redis is away: the jobs wait in their table.
    const producer = this.pool ?? this.connectRedis({ enableOfflineQueue: false });
    const lanes = Object.entries(LANES) as [JobLane, Lane][];
    this.queues = new Map(lanes.map(([lane, { name }]) => [lane, this.openQueue(name, producer)]));
  }

  /** Hands jobs to the workers. A job that is there already, waiting or running, is left as it is. */
  async add(lane: JobLane, jobs: readonly { id: string; name: string; data: QueuedJob }[]): Promise<void> {
    if (jobs.length === 0) return;
    await this.queues.get(lane)!.addBulk(jobs.map(({ id, name, data }) => ({ name, data, opts: { jobId: id } })));
  }

  /** Starts to run jobs of every lane in this process. */
  work(run: JobRunner): void {
    this.workers = Object.values(LANES).map((lane) => this.openWorker(lane, run));
  }

  private openWorker({ name, concurrency }: Lane, run: JobRunner): Worker<QueuedJob> {
    const settings = {
      concurrency,
      prefix: this.prefix,
      lockDuration: LOCK_MS,
      stalledInterval: STALLED_CHECK_MS,
      // A crash never counts as a failed try: the default would lose a job whose worker died twice.
      maxStalledCount: 1_000_000,
      settings: { backoffStrategy: (tries: number) => Math.min(500 * 2 ** Math.min(tries, 6), 30_000) },
    };
    const process = (job: { id?: string; name: string; data: QueuedJob }) => {
      const began = performance.now();
      const ran = (outcome: 'done' | 'failed') => this.onRun(job.name, outcome, (performance.now() - began) / 1_000);
      const work = run({ id: job.id ?? '', name: job.name, data: job.data });
      work.then(
        () => ran('done'),
        () => ran('failed'),
      );
      const ended = work.catch(() => undefined).finally(() => this.running.delete(ended));
      this.running.add(ended);
      return work;
    };
    const worker = this.pool
      ? (new Worker(
          name,
          process,
          { connection: this.pool, ...settings },
          createPostgresBackend,
        ) as unknown as Worker<QueuedJob>)
      : new Worker(name, process, { connection: this.connectRedis({ maxRetriesPerRequest: null }), ...settings });
    return worker.on('error', this.onError);
  }

  private openQueue(name: string, connection: pg.Pool | Redis): Queue<QueuedJob> {
    const options = { defaultJobOptions: jobOptions, prefix: this.prefix };
    const queue = this.pool
      ? (new Queue(name, { connection: this.pool, ...options }, createPostgresBackend) as unknown as Queue<QueuedJob>)
      : new Queue<QueuedJob>(name, { connection: connection as Redis, ...options });
    return queue.on('error', this.onError);
  }

  /**
   * Lets running jobs finish and takes no new ones. What they did is committed by then; a queue that is away cannot be
   * told so, and is not waited for: the jobs table knows.
   */
  async drain(): Promise<void> {
    const closed = Promise.all(this.workers.map((worker) => worker.close()));
    this.workers = [];
    while (this.running.size > 0) await Promise.all(this.running);
    await withinGrace(closed);
  }

  async close(): Promise<void> {
    await this.drain();
    await withinGrace(Promise.all([...this.queues.values()].map((queue) => queue.close())));
    for (const redis of this.redis) redis.disconnect();
    await this.pool?.end();
  }

  private connectRedis(options: { enableOfflineQueue?: boolean; maxRetriesPerRequest?: null }): Redis {
    const redis = new Redis(this.config.redisUrl!, { maxRetriesPerRequest: null, ...options });
    redis.on('error', this.onError);
    this.redis.push(redis);
    return redis;
  }
}

const withinGrace = (closing: Promise<unknown> | undefined): Promise<unknown> =>
  Promise.race([closing, sleep(CLOSING_GRACE_MS, undefined, { ref: false })]);

/** The jobs table counts failures and keeps the history, so BullMQ retries for ever and forgets what ended. */
const jobOptions = {
  attempts: 1_000_000,
  backoff: { type: 'custom' },
  removeOnComplete: true,
  removeOnFail: true,
};
