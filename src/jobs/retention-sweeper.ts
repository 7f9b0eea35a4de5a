import { Inject, Injectable } from '@nestjs/common';
import { SignIn } from '../accounts/sign-in/sign-in.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { LOG, type Log } from '../platform/log.js';
import { Sweeper } from './sweeper.js';

const EVERY_MS = 60_000;
const AT_ONCE = 1_000;
/** Of one sweep: what is left over, the next one takes. */
const MOST_BATCHES = 100;
/** Somebody may still have to look into these, back from a holiday. */
const LEAST_DAYS_OF_FAILED_JOBS = 30;

/**
 * Deletes what is past keeping, in small batches, each in a transaction of its own. Several may run, and die at any line:
 * a row that is gone is not found again. Only rows that nothing else reads are deleted; those of the audit, of tasks and of
 * what was published are not among them.
 */
@Injectable()
export class RetentionSweeper extends Sweeper {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) log: Log,
  ) {
    super(log, EVERY_MS, 'what is past keeping could not be deleted');
  }

  async sweep(): Promise<void> {
    const { jobsDays } = this.config.retention;
    await inBatches(() => this.forgetJobs('DONE', jobsDays));
    await inBatches(() => this.forgetJobs('FAILED', Math.max(jobsDays, LEAST_DAYS_OF_FAILED_JOBS)));
    await inBatches(() => this.forgetAnswers());
    await this.forgetEvents();
    await this.signIn.forgetEnded();
  }

  private forgetJobs(state: 'DONE' | 'FAILED', days: number): Promise<number> {
    return this.database.forSystem('relay').transaction(
      (tx) => tx.$executeRaw`
        delete from jobs where id in (select id from jobs where state = ${state}::"JobState"
          and ended_at < now() - make_interval(days => ${days}::int) order by ended_at limit ${AT_ONCE}::int)`,
    );
  }

  /** The contract promises the answer under an Idempotency-Key for 24 hours. */
  private forgetAnswers(): Promise<number> {
    return this.database.forSystem('relay').transaction(
      (tx) => tx.$executeRaw`
        delete from idempotency_keys where (newsroom_id, holder, key) in (
          select newsroom_id, holder, key from idempotency_keys
          where created_at < now() - interval '24 hours' order by created_at limit ${AT_ONCE}::int)`,
    );
  }

  /** Events with what they were to whom: long enough for a replay. */
  private async forgetEvents(): Promise<void> {
    const { eventsDays } = this.config.retention;
    const old = await this.database.forSystem('notify').transaction(
      (tx) => tx.$queryRaw<{ newsroomId: string }[]>`
        select distinct newsroom_id as "newsroomId" from outgoing_events
        where at < now() - make_interval(days => ${eventsDays}::int) limit ${AT_ONCE}::int`,
    );
    for (const { newsroomId } of old) {
      await inBatches(() =>
        this.database.forNewsroom(newsroomId).transaction(
          (tx) => tx.$executeRaw`
            delete from outgoing_events where id in (select id from outgoing_events where newsroom_id = ${newsroomId}::uuid
              and at < now() - make_interval(days => ${eventsDays}::int) order by at limit ${AT_ONCE}::int)`,
        ),
      );
    }
  }
}

async function inBatches(batch: () => Promise<number>): Promise<void> {
  for (let n = 0; n < MOST_BATCHES; n++) if ((await batch()) < AT_ONCE) return;
}
