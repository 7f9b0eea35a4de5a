import { Inject, Injectable } from '@nestjs/common';
import { deliverWebhookJob } from '../integrations/webhooks/deliver-webhook.job.js';
import { findDelivery, updateDelivery, type DeliveryRow } from '../integrations/webhooks/deliveries.store.js';
import { DeliveryContents, type DeliveryRequest } from '../integrations/webhooks/delivery-contents.js';
import { type Outcome, recordOutcome } from '../integrations/webhooks/record-outcome.js';
import { findWebhook, lockWebhook } from '../integrations/webhooks/webhooks.store.js';
import { CLOCK, type Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import type { Transaction } from '../platform/database/database.js';
import { FetchRefused } from '../platform/guarded-fetcher/fetch-refused.js';
import { guardedPost, type Posted } from '../platform/guarded-fetcher/guarded-post.js';
import { readRetryAfter } from '../platform/guarded-fetcher/read-retry-after.js';
import { SealBroken } from '../platform/sealer.js';
import type { JobHandler, JobRun } from './job-handler.js';

type Payload = ReturnType<(typeof deliverWebhookJob)['payload']['parse']>;

const LIMITS = { timeoutMs: 15_000, keptBytes: 1_024 };

/** Tries once to deliver an event. What came of it is kept on the delivery, which says when the next try is due. */
@Injectable()
export class DeliverWebhookHandler implements JobHandler<Payload> {
  readonly definition = deliverWebhookJob;

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'fetchAllow'>,
    @Inject(DeliveryContents) private readonly contents: DeliveryContents,
  ) {}

  /**
   * It may be sent twice, where a process died between sending and recording, or where two runs met: both carry the same
   * webhook-id and body, by which the receiver knows them for one. Only the run that finds the delivery as it read it
   * records what came of it.
   */
  async run({ deliveryId }: Payload, { newsroom, finish }: JobRun): Promise<void> {
    const begun = await newsroom.transaction(async (tx) => {
      const delivery = await findDelivery(tx, deliveryId);
      const webhook = delivery?.status === 'SENDING' ? await findWebhook(tx, delivery.webhookId) : null;
      if (!delivery || !webhook) return null;
      // Disabled since it was handed over: recording finds that out, and lets it wait.
      const request = webhook.disabledAt ? null : await this.prepare(tx, webhook, delivery);
      return { delivery, request };
    });
    // No transaction is open while a foreign server takes its time.
    const outcome = begun?.request ? await this.send(begun.request) : null;
    await newsroom.transaction(async (tx) => {
      if (begun) await this.record(tx, begun.delivery, outcome);
      await finish(tx);
    });
  }

  /** Something of our own is wrong with it: it is told like any failure, and waits for its next try. */
  async giveUp(tx: Transaction, { deliveryId }: Payload, _newsroomId: string, error: Error): Promise<void> {
    const delivery = await findDelivery(tx, deliveryId);
    if (delivery) await this.record(tx, delivery, failed(`It could not be sent (${error.message})`, 0));
  }

  private async prepare(...of: [Transaction, Parameters<DeliveryContents['request']>[1], DeliveryRow]) {
    try {
      return await this.contents.request(...of, this.clock.now());
    } catch (error) {
      if (error instanceof SealBroken) return `${error.message}: give its address and a new secret`;
      throw error;
    }
  }

  private async send(request: DeliveryRequest | string): Promise<Outcome> {
    if (typeof request === 'string') return failed(request, 0);
    const began = performance.now();
    const elapsed = () => Math.round(performance.now() - began);
    try {
      const posted = await guardedPost(request.url, request, { allow: this.config.fetchAllow, limits: LIMITS });
      return { ...this.judge(posted), durationMs: elapsed() };
    } catch (error) {
      // Every way in which an address cannot be reached is an outcome; none is trouble with our own database.
      if (error instanceof FetchRefused) return failed(error.message, elapsed());
      throw error;
    }
  }

  private judge({ status, retryAfter, body }: Posted): Omit<Outcome, 'durationMs'> {
    const answered = { status, response: body, retryAfterMs: readRetryAfter(retryAfter, this.clock.now()) };
    if (status >= 200 && status < 300) return { ...answered, failure: null };
    const redirects = status >= 300 && status < 400;
    return { ...answered, failure: redirects ? 'It redirects, which is not followed' : `It answered ${status}` };
  }

  private async record(tx: Transaction, read: DeliveryRow, outcome: Outcome | null): Promise<void> {
    const webhook = await lockWebhook(tx, read.webhookId);
    const delivery = webhook && (await findDelivery(tx, read.id));
    if (delivery?.status !== 'SENDING' || delivery.attempts !== read.attempts) return;
    if (outcome) await recordOutcome(tx, webhook!, delivery, outcome, this.clock.now());
    else
      await updateDelivery(tx, delivery.id, {
        status: 'PENDING',
        dueAt: webhook!.disabledAt ? null : this.clock.now(),
      });
  }
}

const failed = (failure: string, durationMs: number): Outcome => ({
  ...{ status: null, failure, response: null, retryAfterMs: null, durationMs },
});
