import { timingSafeEqual } from 'node:crypto';
import type { Secrets } from '../platform/config/secrets.js';
import { isId } from '../platform/ids.js';

interface Invited {
  readonly id: string;
  readonly expiresAt: Date;
}

/**
 * The token of an invitation's link: its id, signed together with the time at which it runs out. Inviting again moves
 * that time, so that only the link sent last works; nothing that is stored lets anybody make one.
 */
export const invitationToken = (secrets: Secrets, { id, expiresAt }: Invited): string =>
  `${id}.${secrets.derive(`invitation ${id} ${expiresAt.getTime()}`)}`;

/** The id in a token, unproven; null for what can be no token. */
export function invitationIdIn(token: unknown): string | null {
  const id = typeof token === 'string' ? token.slice(0, token.indexOf('.')) : '';
  return isId(id) ? id : null;
}

export function isTokenOf(secrets: Secrets, invitation: Invited, token: string): boolean {
  const [right, given] = [Buffer.from(invitationToken(secrets, invitation)), Buffer.from(token)];
  return right.length === given.length && timingSafeEqual(right, given);
}

export const invitationUrl = (base: string, token: string): string => `${base}/invitation?token=${token}`;
