import { Inject, Module, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { extractArticleJob } from '../articles/extract-article.job.js';
import { fetchArticleJob } from '../articles/fetch-article.job.js';
import { Database } from '../platform/database/database.js';
import { LOG, type Log } from '../platform/log.js';
import { JobQueue } from '../platform/queue/job-queue.js';
import { OutboxRelay } from '../platform/queue/outbox-relay.js';
import { prepareTaskJob } from '../tasks/prepare-task.job.js';
import { ExtractArticleHandler } from './extract-article.handler.js';
import { FetchArticleHandler } from './fetch-article.handler.js';
import { JobWorker } from './job-worker.js';
import { PrepareTaskHandler } from './prepare-task.handler.js';

/** Every kind of job there is. */
const DEFINITIONS = [fetchArticleJob, extractArticleJob, prepareTaskJob];

/** Runs jobs in this process: the relay brings them to the queue, the worker takes them from it. */
@Module({
  providers: [
    FetchArticleHandler,
    ExtractArticleHandler,
    PrepareTaskHandler,
    {
      provide: JobWorker,
      inject: [Database, JobQueue, LOG, FetchArticleHandler, ExtractArticleHandler, PrepareTaskHandler],
      useFactory: (
        database: Database,
        queue: JobQueue,
        log: Log,
        fetchArticle: FetchArticleHandler,
        extractArticle: ExtractArticleHandler,
        prepareTask: PrepareTaskHandler,
      ) => new JobWorker(database, queue, log, DEFINITIONS, [fetchArticle, extractArticle, prepareTask]),
    },
    {
      provide: OutboxRelay,
      inject: [Database, JobQueue, LOG],
      useFactory: (database: Database, queue: JobQueue, log: Log) => new OutboxRelay(database, queue, log),
    },
  ],
})
export class JobsModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    @Inject(JobWorker) private readonly worker: JobWorker,
    @Inject(OutboxRelay) private readonly relay: OutboxRelay,
    @Inject(JobQueue) private readonly queue: JobQueue,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.worker.start();
    await this.relay.start();
  }

  /** Jobs that run are finished before anything that they need is closed. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.relay.stop();
    await this.queue.drain();
  }
}
