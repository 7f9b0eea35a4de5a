import { Inject, Injectable } from '@nestjs/common';
import { findFirstLanguage } from '../../accounts/accounts.store.js';
import type { AuditAction } from '../../accounts/audit/audit-actions.js';
import { recordAct } from '../../accounts/audit/record-act.js';
import { readOverlap } from '../../accounts/read-overlap.js';
import { requireRole } from '../../accounts/roles.js';
import type { Viewer } from '../../accounts/viewer.js';
import type { CreateWebhookInput, UpdateWebhookInput } from '../../generated/graphql.js';
import { CLOCK, type Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Secrets } from '../../platform/config/secrets.js';
import type { Transaction } from '../../platform/database/database.js';
import { isId, newId } from '../../platform/ids.js';
import { badInput, notFound, RequestError } from '../../platform/request-error.js';
import { Sealer } from '../../platform/sealer.js';
import { dispatchDue, pauseDeliveries, resumeDeliveries } from './deliveries.store.js';
import { typeOfName } from './event-types.js';
import { newSecret } from './signature.js';
import { webhookFaults } from './webhook-input.js';
import { addressPlace, secretPlace, WEBHOOKS_SEAL } from './webhook-place.js';
import {
  addSecret,
  addWebhook,
  countWebhooks,
  endSecrets,
  lockWebhook,
  lockWebhookCount,
  removeWebhook,
  updateWebhook,
  type WebhookRow,
} from './webhooks.store.js';

const MOST_WEBHOOKS = 20;

export interface ShownSecret {
  readonly webhook: WebhookRow;
  readonly secret: string | null;
}

/** The addresses that are told what happens. Their owners are the newsroom's ADMINs. */
@Injectable()
export class WebhooksService {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'fetchAllow'>,
    @Inject(Secrets) secrets: Secrets,
  ) {
    this.sealer = new Sealer(secrets, WEBHOOKS_SEAL);
  }

  async create(viewer: Viewer, input: CreateWebhookInput): Promise<ShownSecret> {
    requireRole(viewer.role, 'ADMIN');
    const kind = input.kind ?? 'WEBHOOK';
    const faults = webhookFaults(input, kind, this.config.fetchAllow);
    if (Object.keys(faults).length > 0) throw badInput(faults);
    const { newsroomId } = viewer.newsroom;
    return viewer.newsroom.transaction(async (tx) => {
      await lockWebhookCount(tx, newsroomId);
      if ((await countWebhooks(tx)) >= MOST_WEBHOOKS) {
        throw new RequestError('CONFLICT', `A newsroom has ${MOST_WEBHOOKS} webhooks at most: delete one first`);
      }
      const id = newId();
      const webhook = await addWebhook(tx, {
        ...{ id, newsroomId, kind, description: input.description?.trim() || null, ...this.address(id, input.url) },
        events: input.events.map(typeOfName),
        language: kind === 'CHAT' ? (input.language ?? (await findFirstLanguage(tx, newsroomId))) : null,
        createdById: viewer.memberId,
        createdAt: this.clock.now(),
      });
      const secret = kind === 'CHAT' ? null : await this.addSecret(tx, webhook);
      await this.audit(tx, viewer, 'WEBHOOK_MADE', id);
      return { webhook, secret };
    });
  }

  async update(viewer: Viewer, input: UpdateWebhookInput): Promise<WebhookRow> {
    return this.change(viewer, input.id, async (tx, webhook) => {
      const faults = webhookFaults(input, webhook.kind, this.config.fetchAllow);
      if (Object.keys(faults).length > 0) throw badInput(faults);
      const { url, events, description, language } = input;
      const updated = await updateWebhook(tx, webhook.id, {
        ...(url ? this.address(webhook.id, url) : {}),
        ...(events ? { events: events.map(typeOfName) } : {}),
        ...(description === undefined ? {} : { description: description?.trim() || null }),
        ...(language ? { language } : {}),
      });
      await this.audit(tx, viewer, 'WEBHOOK_CHANGED', webhook.id);
      return updated;
    });
  }

  /** The old secrets go on signing until their end, so that a delivery is accepted before and after the receiver changes. */
  async rotate(viewer: Viewer, id: string, overlapMinutes: number | null): Promise<ShownSecret> {
    return this.change(viewer, id, async (tx, webhook) => {
      const overlapMs = readOverlap(overlapMinutes);
      if (webhook.kind === 'CHAT') {
        throw new RequestError('INVALID_TRANSITION', 'A chat has no secret but its address: change the url');
      }
      const now = this.clock.now();
      await endSecrets(tx, id, new Date(now.getTime() + overlapMs), now);
      const secret = await this.addSecret(tx, webhook);
      await this.audit(tx, viewer, 'WEBHOOK_SECRET_ROTATED', id);
      return { webhook, secret };
    });
  }

  /** Pressed twice, the second press changes nothing. */
  async disable(viewer: Viewer, id: string): Promise<WebhookRow> {
    return this.change(viewer, id, async (tx, webhook) => {
      if (webhook.disabledAt) return webhook;
      await pauseDeliveries(tx, id);
      await this.audit(tx, viewer, 'WEBHOOK_DISABLED', id);
      return updateWebhook(tx, id, { disabledAt: this.clock.now(), disabledReason: 'BY_ADMIN' });
    });
  }

  async enable(viewer: Viewer, id: string): Promise<WebhookRow> {
    return this.change(viewer, id, async (tx, webhook) => {
      if (!webhook.disabledAt) return webhook;
      const now = this.clock.now();
      const enabled = await updateWebhook(tx, id, { disabledAt: null, disabledReason: null, failingSince: null });
      await resumeDeliveries(tx, id, now);
      await dispatchDue(tx, enabled, now);
      await this.audit(tx, viewer, 'WEBHOOK_ENABLED', id);
      return enabled;
    });
  }

  async remove(viewer: Viewer, id: string): Promise<string> {
    return this.change(viewer, id, async (tx) => {
      await removeWebhook(tx, id);
      await this.audit(tx, viewer, 'WEBHOOK_DELETED', id);
      return id;
    });
  }

  /** Where it is; null for a chat's address, which is a credential, and for one sealed under another ISNAD_SECRET. */
  urlOf({ id, kind, sealedUrl }: WebhookRow): string | null {
    if (kind === 'CHAT') return null;
    try {
      return this.sealer.open(sealedUrl, addressPlace(id));
    } catch {
      return null;
    }
  }

  private address(id: string, url: string) {
    return { sealedUrl: this.sealer.seal(url, addressPlace(id)), host: new URL(url).host };
  }

  private async addSecret(tx: Transaction, { id, newsroomId }: WebhookRow): Promise<string> {
    const secret = newSecret();
    const sealed = this.sealer.seal(secret, secretPlace(id));
    await addSecret(tx, { newsroomId, webhookId: id }, sealed, this.clock.now());
    return secret;
  }

  /** NOT_FOUND before FORBIDDEN before what the change itself refuses. */
  private change<T>(
    viewer: Viewer,
    id: string,
    work: (tx: Transaction, webhook: WebhookRow) => Promise<T>,
  ): Promise<T> {
    return viewer.newsroom.transaction(async (tx) => {
      const webhook = isId(id) ? await lockWebhook(tx, id) : null;
      if (!webhook) throw notFound('The webhook');
      requireRole(viewer.role, 'ADMIN');
      return work(tx, webhook);
    });
  }

  private audit(tx: Transaction, viewer: Viewer, action: AuditAction, id: string) {
    return recordAct(tx, viewer, { action, at: this.clock.now(), subject: { kind: 'WEBHOOK', id } });
  }
}
