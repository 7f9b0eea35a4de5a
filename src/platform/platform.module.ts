import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { ChangeFeed } from './changes/change-feed.js';
import { CLOCK, systemClock } from './clock.js';
import { CONFIG, type Config } from './config/config.js';
import { Secrets } from './config/secrets.js';
import { Database } from './database/database.js';
import { LOG, type Log } from './log.js';
import { Mailer } from './mail/mailer.js';
import type { Metrics } from './metrics.js';
import { PublicUrl } from './public-url.js';
import { JobQueue } from './queue/job-queue.js';

/** What must be there before the application is put together. */
export interface Foundations {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly database: Database;
  readonly log: Log;
  /** Where somebody may ask for them. */
  readonly metrics?: Metrics;
}

/** Configuration, database, queue and log for every room. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(JobQueue) private readonly queue: JobQueue,
    @Inject(ChangeFeed) private readonly changes: ChangeFeed,
    @Inject(Mailer) private readonly mailer: Mailer,
  ) {}

  static with({ config, secrets, database, log, metrics }: Foundations): DynamicModule {
    const queue = {
      provide: JobQueue,
      useFactory: () =>
        new JobQueue(
          config,
          database.appUrl,
          secrets,
          (error) => log.warn({ error: error.message }, 'queue'),
          (job, outcome, seconds) => metrics?.countJob(job, outcome, seconds),
        ),
    };
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: Secrets, useValue: secrets },
      { provide: Database, useValue: database },
      { provide: LOG, useValue: log },
      { provide: CLOCK, useValue: systemClock },
      queue,
      PublicUrl,
      {
        provide: Mailer,
        inject: [PublicUrl],
        useFactory: (publicUrl: PublicUrl) => new Mailer(config, publicUrl, log),
      },
      { provide: ChangeFeed, useFactory: () => new ChangeFeed(database.appUrl, log) },
    ];
    return { module: PlatformModule, providers, exports: providers };
  }

  /** Last of all rooms: the global module is torn down after those that use it have stopped. */
  async onApplicationShutdown(): Promise<void> {
    await this.changes.close();
    this.mailer.close();
    await this.queue.close();
    await this.database.close();
  }
}
