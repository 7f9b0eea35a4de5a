import { Inject, Module, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { sendInvitationJob } from '../accounts/send-invitation.job.js';
import { sendPasswordResetJob } from '../accounts/send-password-reset.job.js';
import { AccountsModule } from '../accounts/accounts.module.js';
import { extractArticleJob } from '../articles/extract-article.job.js';
import { CLOCK, type Clock } from '../platform/clock.js';
import { Secrets } from '../platform/config/secrets.js';
import { fetchArticleJob } from '../articles/fetch-article.job.js';
import { Database } from '../platform/database/database.js';
import { LOG, type Log } from '../platform/log.js';
import { JobQueue } from '../platform/queue/job-queue.js';
import { OutboxRelay } from '../platform/queue/outbox-relay.js';
import { prepareTaskJob } from '../tasks/prepare-task.job.js';
import { sendDigestJob } from '../integrations/digests/send-digest.job.js';
import { deliverWebhookJob } from '../integrations/webhooks/deliver-webhook.job.js';
import { tellOfDisabledWebhookJob } from '../integrations/webhooks/tell-of-disabled-webhook.job.js';
import { WebhooksModule } from '../integrations/webhooks/webhooks.module.js';
import { AuditSealer } from './audit-sealer.js';
import { DeliverWebhookHandler } from './deliver-webhook.handler.js';
import { takeSnapshotJob } from '../tasks/take-snapshot.job.js';
import { ExtractArticleHandler } from './extract-article.handler.js';
import type { JobHandler } from './job-handler.js';
import { FetchArticleHandler } from './fetch-article.handler.js';
import { JobWorker } from './job-worker.js';
import { LeaseSweeper } from './lease-sweeper.js';
import { NoticeSweeper } from './notice-sweeper.js';
import { PrepareTaskHandler } from './prepare-task.handler.js';
import { SendDigestHandler } from './send-digest.handler.js';
import { SendInvitationHandler } from './send-invitation.handler.js';
import { SendPasswordResetHandler } from './send-password-reset.handler.js';
import { TakeSnapshotHandler } from './take-snapshot.handler.js';
import { TellOfDisabledWebhookHandler } from './tell-of-disabled-webhook.handler.js';

/** Every kind of job there is. */
const DEFINITIONS = [
  fetchArticleJob,
  extractArticleJob,
  prepareTaskJob,
  takeSnapshotJob,
  sendInvitationJob,
  sendPasswordResetJob,
  deliverWebhookJob,
  tellOfDisabledWebhookJob,
  sendDigestJob,
];
const HANDLERS = [
  FetchArticleHandler,
  ExtractArticleHandler,
  PrepareTaskHandler,
  TakeSnapshotHandler,
  SendInvitationHandler,
  SendPasswordResetHandler,
  DeliverWebhookHandler,
  TellOfDisabledWebhookHandler,
  SendDigestHandler,
];

/** Runs jobs in this process: the relay brings them to the queue, the worker takes them from it. */
@Module({
  imports: [AccountsModule, WebhooksModule],
  providers: [
    ...HANDLERS,
    {
      provide: JobWorker,
      inject: [Database, JobQueue, LOG, ...HANDLERS],
      useFactory: (database: Database, queue: JobQueue, log: Log, ...handlers: JobHandler<unknown>[]) =>
        new JobWorker(database, queue, log, DEFINITIONS, handlers),
    },
    {
      provide: LeaseSweeper,
      inject: [Database, CLOCK, LOG],
      useFactory: (database: Database, clock: Clock, log: Log) => new LeaseSweeper(database, clock, log),
    },
    {
      provide: NoticeSweeper,
      inject: [Database, CLOCK, LOG],
      useFactory: (database: Database, clock: Clock, log: Log) => new NoticeSweeper(database, clock, log),
    },
    {
      provide: OutboxRelay,
      inject: [Database, JobQueue, LOG],
      useFactory: (database: Database, queue: JobQueue, log: Log) => new OutboxRelay(database, queue, log),
    },
    {
      provide: AuditSealer,
      inject: [Database, Secrets, CLOCK, LOG],
      useFactory: (database: Database, secrets: Secrets, clock: Clock, log: Log) =>
        new AuditSealer(database, secrets, clock, log),
    },
  ],
})
export class JobsModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    @Inject(JobWorker) private readonly worker: JobWorker,
    @Inject(OutboxRelay) private readonly relay: OutboxRelay,
    @Inject(LeaseSweeper) private readonly leases: LeaseSweeper,
    @Inject(NoticeSweeper) private readonly notices: NoticeSweeper,
    @Inject(JobQueue) private readonly queue: JobQueue,
    @Inject(AuditSealer) private readonly sealer: AuditSealer,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.worker.start();
    await this.relay.start();
    this.sealer.start();
    this.leases.start();
    this.notices.start();
  }

  /** Jobs that run are finished before anything that they need is closed. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.sealer.stop();
    await this.leases.stop();
    await this.notices.stop();
    await this.relay.stop();
    await this.queue.drain();
  }
}
