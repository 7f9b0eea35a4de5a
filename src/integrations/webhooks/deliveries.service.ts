import { Inject, Injectable } from '@nestjs/common';
import { requireRole } from '../../accounts/roles.js';
import type { Viewer } from '../../accounts/viewer.js';
import type { ReplayDeliveriesInput } from '../../generated/graphql.js';
import { CLOCK, type Clock } from '../../platform/clock.js';
import type { Transaction } from '../../platform/database/database.js';
import { isId } from '../../platform/ids.js';
import { notFound, RequestError } from '../../platform/request-error.js';
import { addPing, type DeliveryRow, dispatchDue, findDelivery, replayDeliveries } from './deliveries.store.js';
import { lockWebhook, type WebhookRow } from './webhooks.store.js';

/** What an ADMIN sends, or sends again. */
@Injectable()
export class DeliveriesService {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  async ping(viewer: Viewer, webhookId: string): Promise<DeliveryRow> {
    return viewer.newsroom.transaction(async (tx) => {
      const webhook = await this.lock(tx, viewer, webhookId, 'The webhook');
      if (webhook.disabledAt) throw new RequestError('INVALID_TRANSITION', 'It is disabled: enable it first');
      const id = await addPing(tx, webhook, this.clock.now());
      await dispatchDue(tx, webhook, this.clock.now());
      return (await findDelivery(tx, id))!;
    });
  }

  /** Pressed twice, the second press finds it under way, or sends it once more: the receiver knows it by its id. */
  async replay(viewer: Viewer, id: string): Promise<DeliveryRow> {
    return viewer.newsroom.transaction(async (tx) => {
      const delivery = isId(id) ? await findDelivery(tx, id) : null;
      if (!delivery) throw notFound('The delivery');
      const webhook = await this.lock(tx, viewer, delivery.webhookId, 'The delivery');
      await replayDeliveries(tx, webhook, { id }, this.clock.now());
      await dispatchDue(tx, webhook, this.clock.now());
      return (await findDelivery(tx, id))!;
    });
  }

  async replayAll(viewer: Viewer, { webhookId, since, undeliveredOnly }: ReplayDeliveriesInput): Promise<number> {
    return viewer.newsroom.transaction(async (tx) => {
      const webhook = await this.lock(tx, viewer, webhookId, 'The webhook');
      const now = this.clock.now();
      const count = await replayDeliveries(tx, webhook, { since, undeliveredOnly: undeliveredOnly ?? false }, now);
      await dispatchDue(tx, webhook, now);
      return count;
    });
  }

  private async lock(tx: Transaction, viewer: Viewer, webhookId: string, what: string): Promise<WebhookRow> {
    const webhook = isId(webhookId) ? await lockWebhook(tx, webhookId) : null;
    if (!webhook) throw notFound(what);
    requireRole(viewer.role, 'ADMIN');
    return webhook;
  }
}
