import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { timeLeft } from '../request-trace.js';
import { survivingPool } from './surviving-pool.js';
import { type Prisma, PrismaClient } from '../../generated/prisma/client.js';

/** A transaction in which row-level security shows one newsroom, or what one system purpose needs. */
export type Transaction = Prisma.TransactionClient;

/** The only way to a newsroom's rows. Every transaction that it opens is limited to that newsroom by the database. */
export interface NewsroomHandle {
  readonly newsroomId: string;
  /** Runs `work` in one transaction: one per use case, not per query. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}

/**
 * What may be done before a newsroom is known: `relay` sees job rows and expired idempotency keys, `authenticate` keys,
 * members, what people are invited to and the newsrooms of both, `directory` newsrooms by slug, `published` fact-checks as
 * the public reads them, `seal` which newsrooms have events that no seal holds yet, `leases` tasks that are IN_PROGRESS,
 * `expire` exports whose time is over, `notify` whose deliveries and digests wait, and outgoing events that are past
 * keeping, `poll` feeds that are not disabled. The policies in the migrations say exactly what.
 */
export type SystemPurpose =
  'relay' | 'authenticate' | 'directory' | 'published' | 'seal' | 'leases' | 'expire' | 'notify' | 'poll';

export interface SystemHandle {
  readonly purpose: SystemPurpose;
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}

/** Somebody else's change takes milliseconds; a request that waits longer for it learns CONFLICT and may try again. */
const LONGEST_LOCK_WAIT_MS = 10_000;

/** Connections of one process to the database, under the service's own role. */
export class Database {
  readonly pool: pg.Pool;
  private readonly prisma: PrismaClient;

  constructor(
    readonly appUrl: string,
    poolSize = 12,
  ) {
    this.pool = survivingPool({ connectionString: appUrl, max: poolSize }, () => undefined);
    this.prisma = new PrismaClient({ adapter: new PrismaPg(this.pool) });
  }

  forNewsroom(newsroomId: string): NewsroomHandle {
    return { newsroomId, transaction: (work) => this.within('app.newsroom_id', newsroomId, work) };
  }

  forSystem(purpose: SystemPurpose): SystemHandle {
    return { purpose, transaction: (work) => this.within('app.purpose', purpose, work) };
  }

  async close(): Promise<void> {
    await this.prisma.$disconnect();
    await this.pool.end();
  }

  private within<T>(setting: string, value: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.prisma.$transaction(
      async (tx) => {
        // Local to the transaction: the connection goes back to the pool without it.
        const left = timeLeft();
        if (left === null) {
          await tx.$executeRaw`select set_config(${setting}, ${value}, true)`;
        } else {
          // A statement of a request ends with the request's time; one that waits for a lock gives up before that.
          await tx.$executeRaw`select set_config(${setting}, ${value}, true),
            set_config('statement_timeout', ${`${left}ms`}, true),
            set_config('lock_timeout', ${`${Math.min(LONGEST_LOCK_WAIT_MS, Math.ceil(left * 0.8))}ms`}, true)`;
        }
        return work(tx);
      },
      // Sixty clients may queue for the pool at once; waiting is better than failing.
      { maxWait: 20_000, timeout: 60_000 },
    );
  }
}
