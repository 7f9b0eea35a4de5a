import { Inject, Injectable } from '@nestjs/common';
import { findNewsroom } from '../accounts/accounts.store.js';
import { lockDigest, scheduleDigest } from '../integrations/digests/digests.store.js';
import { nextDigestAt } from '../integrations/digests/next-digest-at.js';
import { sendDigestJob } from '../integrations/digests/send-digest.job.js';
import { dispatchDue } from '../integrations/webhooks/deliveries.store.js';
import { lockWebhook } from '../integrations/webhooks/webhooks.store.js';
import { CLOCK, type Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { LOG, type Log } from '../platform/log.js';
import { enqueue } from '../platform/queue/enqueue.js';
import { Sweeper } from './sweeper.js';

const LOOK_EVERY_MS = 1_000;
/** Of one look: what is left over, the next one finds. */
const MOST = 200;

/**
 * Hands what is due to the queue: deliveries, and members' digests. Several may run, and die at any line: the row of a
 * webhook or a digest is locked, and handed over and noted in one transaction with the job.
 */
@Injectable()
export class NoticeSweeper extends Sweeper {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) log: Log,
  ) {
    super(log, LOOK_EVERY_MS, 'notices could not be handed to the queue');
  }

  async sweep(): Promise<void> {
    const now = this.clock.now();
    const { webhooks, digests } = await this.database.forSystem('notify').transaction(async (tx) => ({
      webhooks: await findDueWebhooks(tx, now),
      digests: await findDueDigests(tx, now),
    }));
    await this.dispatchDeliveries(webhooks, now);
    await this.dispatchDigests(digests, now);
  }

  private async dispatchDeliveries(due: readonly DueWebhook[], now: Date): Promise<void> {
    for (const { newsroomId, webhookId } of due) {
      await this.database.forNewsroom(newsroomId).transaction(async (tx) => {
        const webhook = await lockWebhook(tx, webhookId);
        if (webhook) await dispatchDue(tx, webhook, now);
      });
    }
  }

  private async dispatchDigests(due: readonly DueDigest[], now: Date): Promise<void> {
    for (const { newsroomId, memberId } of due) {
      await this.database.forNewsroom(newsroomId).transaction(async (tx) => {
        const digest = await lockDigest(tx, memberId);
        // Handed over by another process since it was found.
        if (!digest || digest.nextAt > now) return;
        const { timeZone } = (await findNewsroom(tx, newsroomId))!;
        await scheduleDigest(tx, digest, nextDigestAt(digest, timeZone, now));
        await enqueue(tx, newsroomId, sendDigestJob, [{ memberId }]);
      });
    }
  }
}

interface DueWebhook {
  readonly newsroomId: string;
  readonly webhookId: string;
}

interface DueDigest {
  readonly newsroomId: string;
  readonly memberId: string;
}

const findDueWebhooks = (tx: Transaction, now: Date) => tx.$queryRaw<DueWebhook[]>`
  select distinct newsroom_id as "newsroomId", webhook_id as "webhookId" from webhook_deliveries
  where status = 'PENDING' and due_at <= ${now.toISOString()}::timestamptz limit ${MOST}`;

const findDueDigests = (tx: Transaction, now: Date) => tx.$queryRaw<DueDigest[]>`
  select newsroom_id as "newsroomId", member_id as "memberId" from digest_subscriptions
  where next_at <= ${now.toISOString()}::timestamptz order by next_at limit ${MOST}`;
