import { Inject, Injectable } from '@nestjs/common';
import { mailLanguageOf } from '../../accounts/mail-texts.js';
import { Secrets } from '../../platform/config/secrets.js';
import type { Transaction } from '../../platform/database/database.js';
import { PublicUrl } from '../../platform/public-url.js';
import { Sealer } from '../../platform/sealer.js';
import { type DeliveryRow, readDeliveries } from './deliveries.store.js';
import { chatMessage, noticeOf, type RatingOf } from './notice-text.js';
import type { Payload } from './payloads.js';
import { readRatings } from './read-notices.js';
import { renderPayloads } from './render-payloads.js';
import { signedHeaders } from './signature.js';
import { addressOf, secretPlace, WEBHOOKS_SEAL } from './webhook-place.js';
import { readLiveSecrets, readWebhooks, type WebhookRow } from './webhooks.store.js';

/** A request that delivers, ready to be sent. */
export interface DeliveryRequest {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What deliveries say, and to whom. */
@Injectable()
export class DeliveryContents {
  private readonly sealer: Sealer;

  constructor(
    @Inject(PublicUrl) private readonly publicUrl: PublicUrl,
    @Inject(Secrets) secrets: Secrets,
  ) {
    this.sealer = new Sealer(secrets, WEBHOOKS_SEAL);
  }

  /** What is sent, by delivery id: a payload, or of a chat the message. */
  readonly read = async (tx: Transaction, ids: readonly string[]): Promise<Map<string, object>> => {
    const deliveries = [...(await readDeliveries(tx, ids)).values()];
    const webhooks = await readWebhooks(tx, [...new Set(deliveries.map(({ webhookId }) => webhookId))]);
    const payloads = await renderPayloads(
      tx,
      this.publicUrl.base,
      deliveries.map(({ event }) => event),
    );
    const ratingOf = await readRatings(tx, [...payloads.values()]);
    return new Map(
      deliveries.map(({ id, webhookId, eventId }) => [
        id,
        contentFor(webhooks.get(webhookId)!, payloads.get(eventId)!, ratingOf),
      ]),
    );
  };

  /** Throws SealBroken where the address or a secret was sealed under another ISNAD_SECRET. */
  async request(tx: Transaction, webhook: WebhookRow, { id }: DeliveryRow, now: Date): Promise<DeliveryRequest> {
    const body = JSON.stringify((await this.read(tx, [id])).get(id));
    const secrets = (await readLiveSecrets(tx, [webhook.id], now))
      .get(webhook.id)!
      .map(({ sealed }) => this.sealer.open(sealed, secretPlace(webhook.id)));
    const signed = webhook.kind === 'CHAT' ? {} : signedHeaders({ id, body, sentAt: now }, secrets);
    return { url: addressOf(this.sealer, webhook), body, headers: { 'content-type': 'application/json', ...signed } };
  }
}

function contentFor({ kind, language }: WebhookRow, payload: Payload, ratingOf: RatingOf): object {
  if (kind === 'WEBHOOK') return payload;
  return chatMessage(noticeOf(payload, mailLanguageOf(language), ratingOf));
}
