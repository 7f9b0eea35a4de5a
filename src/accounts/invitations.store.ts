import type { Invitation } from '../generated/prisma/client.js';
import { camelRows, type SqlRow } from '../platform/database/camel-rows.js';
import type { Transaction } from '../platform/database/database.js';

export type InvitationRow = Invitation;

const OPEN = { acceptedAt: null, revokedAt: null };

export const findInvitation = (tx: Transaction, id: string) => tx.invitation.findUnique({ where: { id } });

export const findInvitationWithNewsroom = (tx: Transaction, id: string) =>
  tx.invitation.findUnique({ where: { id }, include: { newsroom: true } });

/** The invitation's row, locked until the transaction ends; null where there is none. */
export async function lockInvitation(tx: Transaction, id: string): Promise<InvitationRow | null> {
  const rows = await tx.$queryRaw<SqlRow[]>`select * from invitations where id = ${id}::uuid for update`;
  return camelRows<InvitationRow>(rows)[0] ?? null;
}

/** What an address is invited to and has not yet taken up. */
export const findOpenInvitations = (tx: Transaction, email: string, now: Date) =>
  tx.invitation.findMany({ where: { email, ...OPEN, expiresAt: { gt: now } }, orderBy: { id: 'asc' }, take: 100 });

/** The invitation of an address that waits, run out or not. */
export const findOpenInvitation = (tx: Transaction, email: string) =>
  tx.invitation.findFirst({ where: { email, ...OPEN } });

/** Those that wait, newest first, before the one with id `before`. */
export const pageOfInvitations = (tx: Transaction, limit: number, before: string | null) =>
  tx.invitation.findMany({
    where: { ...OPEN, ...(before ? { id: { lt: before } } : {}) },
    orderBy: { id: 'desc' },
    take: limit,
  });

export const countInvitations = (tx: Transaction) => tx.invitation.count({ where: OPEN });
