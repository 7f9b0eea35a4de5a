import type pg from 'pg';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from './database/database.js';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What this process counts of itself for Prometheus, in a registry of its own: two applications may share a process. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests: Histogram;
  private readonly jobs: Histogram;
  private readonly refused: Counter;

  constructor(database: Database) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry, prefix: 'isnad_' });
    this.requests = new Histogram({
      name: 'isnad_http_request_seconds',
      help: 'HTTP requests by route and status, and how long they took',
      labelNames: ['method', 'route', 'status'],
      ...{ buckets: SECONDS, registers },
    });
    this.jobs = new Histogram({
      name: 'isnad_job_seconds',
      help: 'Runs of jobs by kind and outcome, and how long they took',
      labelNames: ['job', 'outcome'],
      ...{ buckets: SECONDS, registers },
    });
    this.refused = new Counter({
      name: 'isnad_rate_limited_total',
      help: 'Requests refused as too many, by whose limit it was',
      labelNames: ['limit'],
      registers,
    });
    addQueueGauges(this.registry, database);
    addPoolGauge(this.registry, database.pool);
  }

  /** `route` is the pattern, never the address that was asked for: that one has no end of values. */
  countRequest(request: { method: string; route: string; status: number; seconds: number }): void {
    const { method, route, status, seconds } = request;
    this.requests.observe({ method, route, status: String(status) }, seconds);
  }

  countJob(job: string, outcome: 'done' | 'failed', seconds: number): void {
    this.jobs.observe({ job, outcome }, seconds);
  }

  countRateLimited(limit: 'key' | 'address' | 'socket'): void {
    this.refused.inc({ limit });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** Everything in Prometheus' text form. Rejects while the database is away: half a picture would look like calm. */
  text(): Promise<string> {
    return this.registry.metrics();
  }
}

/** All jobs of the desk, whichever process asks: the table knows them also while the queue's own server is away. */
function addQueueGauges(registry: Registry, database: Database): void {
  new Gauge({
    name: 'isnad_outbox_oldest_seconds',
    help: 'Age of the oldest job that no queue has taken over yet; 0 where there is none',
    registers: [registry],
    async collect() {
      const [row] = await database.forSystem('relay').transaction(
        (tx) => tx.$queryRaw<{ age: number }[]>`
          select coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8 as age
          from jobs where state = 'WAITING'`,
      );
      this.set(row!.age);
    },
  });
  new Gauge({
    name: 'isnad_jobs',
    help: 'Jobs by state: WAITING in the outbox, RELAYED to the queue, FAILED for good within a week',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      const [row] = await database.forSystem('relay').transaction(
        (tx) => tx.$queryRaw<{ waiting: number; relayed: number; failed: number }[]>`
          select count(*) filter (where state = 'WAITING')::int as waiting,
            count(*) filter (where state = 'RELAYED')::int as relayed,
            count(*) filter (where state = 'FAILED')::int as failed
          from jobs where state in ('WAITING', 'RELAYED')
            or (state = 'FAILED' and ended_at > now() - interval '7 days')`,
      );
      this.set({ state: 'WAITING' }, row!.waiting);
      this.set({ state: 'RELAYED' }, row!.relayed);
      this.set({ state: 'FAILED' }, row!.failed);
    },
  });
}

function addPoolGauge(registry: Registry, pool: pg.Pool): void {
  new Gauge({
    name: 'isnad_database_connections',
    help: 'Connections of this process to the database, and requests that wait for one',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'used' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'waited_for' }, pool.waitingCount);
    },
  });
}
