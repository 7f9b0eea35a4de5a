import { Inject, Module, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { sendInvitationJob } from '../accounts/send-invitation.job.js';
import { sendPasswordResetJob } from '../accounts/send-password-reset.job.js';
import { AccountsModule } from '../accounts/accounts.module.js';
import { extractArticleJob } from '../articles/extract-article.job.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { fetchArticleJob } from '../articles/fetch-article.job.js';
import { Database } from '../platform/database/database.js';
import { importFactChecksJob } from '../integrations/imports/import-fact-checks.job.js';
import { pollFeedJob } from '../integrations/feeds/poll-feed.job.js';
import { writeExportJob } from '../integrations/exports/write-export.job.js';
import { LOG, type Log } from '../platform/log.js';
import { MODEL, ModelClient } from '../platform/model/model-client.js';
import { JobQueue } from '../platform/queue/job-queue.js';
import { OutboxRelay } from '../platform/queue/outbox-relay.js';
import { prepareTaskJob } from '../tasks/prepare-task.job.js';
import { ArticleReader } from './article-reader.js';
import { sendDigestJob } from '../integrations/digests/send-digest.job.js';
import { deliverWebhookJob } from '../integrations/webhooks/deliver-webhook.job.js';
import { tellOfDisabledWebhookJob } from '../integrations/webhooks/tell-of-disabled-webhook.job.js';
import { WebhooksModule } from '../integrations/webhooks/webhooks.module.js';
import { AuditSealer } from './audit-sealer.js';
import { DeliverWebhookHandler } from './deliver-webhook.handler.js';
import { takeSnapshotJob } from '../tasks/take-snapshot.job.js';
import { ExportSweeper } from './export-sweeper.js';
import { ExtractArticleHandler } from './extract-article.handler.js';
import type { JobHandler } from './job-handler.js';
import { FeedSweeper } from './feed-sweeper.js';
import { FetchArticleHandler } from './fetch-article.handler.js';
import { ImportFactChecksHandler } from './import-fact-checks.handler.js';
import { JobWorker } from './job-worker.js';
import { LeaseSweeper } from './lease-sweeper.js';
import { NoticeSweeper } from './notice-sweeper.js';
import { PollFeedHandler } from './poll-feed.handler.js';
import { PrepareTaskHandler } from './prepare-task.handler.js';
import { SendDigestHandler } from './send-digest.handler.js';
import { SendInvitationHandler } from './send-invitation.handler.js';
import { SendPasswordResetHandler } from './send-password-reset.handler.js';
import { RetentionSweeper } from './retention-sweeper.js';
import type { Sweeper } from './sweeper.js';
import { TakeSnapshotHandler } from './take-snapshot.handler.js';
import { WriteExportHandler } from './write-export.handler.js';
import { TellOfDisabledWebhookHandler } from './tell-of-disabled-webhook.handler.js';

/** Every kind of job there is. */
const DEFINITIONS = [
  fetchArticleJob,
  extractArticleJob,
  prepareTaskJob,
  takeSnapshotJob,
  sendInvitationJob,
  sendPasswordResetJob,
  writeExportJob,
  importFactChecksJob,
  deliverWebhookJob,
  tellOfDisabledWebhookJob,
  sendDigestJob,
  pollFeedJob,
];
const laneOf = (job: string) => DEFINITIONS.find(({ name }) => name === job)?.lane ?? 'DESK';
const HANDLERS = [
  FetchArticleHandler,
  ExtractArticleHandler,
  PrepareTaskHandler,
  TakeSnapshotHandler,
  SendInvitationHandler,
  SendPasswordResetHandler,
  WriteExportHandler,
  ImportFactChecksHandler,
  DeliverWebhookHandler,
  TellOfDisabledWebhookHandler,
  SendDigestHandler,
  PollFeedHandler,
];

/** Everything that is looked for by the clock. */
const SWEEPER_TYPES = [AuditSealer, LeaseSweeper, ExportSweeper, NoticeSweeper, RetentionSweeper, FeedSweeper];
const SWEEPERS = Symbol('Sweepers');

/** Runs jobs in this process: the relay brings them to the queue, the worker takes them from it. */
@Module({
  imports: [AccountsModule, WebhooksModule],
  providers: [
    ...HANDLERS,
    ArticleReader,
    {
      provide: MODEL,
      inject: [CONFIG],
      useFactory: ({ model }: Config) => model && new ModelClient(model),
    },
    {
      provide: JobWorker,
      inject: [Database, JobQueue, LOG, ...HANDLERS],
      useFactory: (database: Database, queue: JobQueue, log: Log, ...handlers: JobHandler<unknown>[]) =>
        new JobWorker(database, queue, log, DEFINITIONS, handlers),
    },
    ...SWEEPER_TYPES,
    { provide: SWEEPERS, inject: SWEEPER_TYPES, useFactory: (...sweepers: Sweeper[]) => sweepers },
    {
      provide: OutboxRelay,
      inject: [Database, JobQueue, LOG],
      useFactory: (database: Database, queue: JobQueue, log: Log) => new OutboxRelay(database, queue, log, laneOf),
    },
  ],
})
export class JobsModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    @Inject(JobWorker) private readonly worker: JobWorker,
    @Inject(OutboxRelay) private readonly relay: OutboxRelay,
    @Inject(JobQueue) private readonly queue: JobQueue,
    @Inject(SWEEPERS) private readonly sweepers: readonly Sweeper[],
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.worker.start();
    await this.relay.start();
    for (const sweeper of this.sweepers) sweeper.start();
  }

  /** Jobs that run are finished before anything that they need is closed. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.sweepers.map((sweeper) => sweeper.stop()));
    await this.relay.stop();
    await this.queue.drain();
  }
}
