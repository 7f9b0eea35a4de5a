import type { Sealer } from '../../platform/sealer.js';
import type { Webhook } from '../../generated/prisma/client.js';

/** The purpose under which a webhook's address and secrets are sealed. */
export const WEBHOOKS_SEAL = 'webhooks';

/** Where a webhook's address, and its secrets, are kept: what is sealed for one webhook opens for no other. */
export const addressPlace = (webhookId: string): string => `webhook address ${webhookId}`;
export const secretPlace = (webhookId: string): string => `webhook secret ${webhookId}`;

export const addressOf = (sealer: Sealer, { id, sealedUrl }: Webhook): string =>
  sealer.open(sealedUrl, addressPlace(id));
