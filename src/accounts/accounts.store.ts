import type { Transaction } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';
import { textFault } from '../platform/text-fault.js';
import { hashApiKey } from './api-keys.js';
import { byId } from './request-context.js';
import type { Role } from './roles.js';

export const findNewsroom = (tx: Transaction, id: string) => tx.newsroom.findUnique({ where: { id } });

/** Null also for what cannot be a slug, which the database would not even compare. */
export const findNewsroomBySlug = async (tx: Transaction, slug: string) =>
  textFault(slug, 100) ? null : tx.newsroom.findUnique({ where: { slug } });

export const addNewsroom = (tx: Transaction, newsroom: { id: string; slug: string; name: string }) =>
  tx.newsroom.create({ data: newsroom });

export const findMember = (tx: Transaction, newsroomId: string, email: string) =>
  tx.member.findUnique({ where: { newsroomId_email: { newsroomId, email } } });

export const findMembersByEmail = (tx: Transaction, email: string) =>
  tx.member.findMany({ where: { email, deactivatedAt: null }, orderBy: { id: 'asc' }, take: 10 });

export const findMembersById = (tx: Transaction, ids: readonly string[]) =>
  tx.member.findMany({ where: { id: { in: [...ids] } } });

export const addMember = (
  tx: Transaction,
  member: {
    newsroomId: string;
    email: string;
    name: string;
    role: Exclude<Role, 'INTEGRATION'>;
    userId?: string;
  },
) => tx.member.create({ data: { id: newId(), ...member } });

/** Members in the order in which they came, after the one with id `after`. */
export const pageOfMembers = (tx: Transaction, limit: number, after: string | null) =>
  tx.member.findMany({ where: after ? { id: { gt: after } } : {}, orderBy: { id: 'asc' }, take: limit });

export const countMembers = (tx: Transaction) => tx.member.count();

export const addApiKey = (
  tx: Transaction,
  key: { newsroomId: string; memberId: string | null; role: Role; label: string; key: string; expiresAt: Date | null },
) => {
  const { key: clear, ...row } = key;
  return tx.apiKey.create({ data: { id: newId(), ...row, keyHash: hashApiKey(clear) } });
};

export const findApiKey = (tx: Transaction, keyHash: Uint8Array<ArrayBuffer>) =>
  tx.apiKey.findUnique({ where: { keyHash }, include: { member: true } });

/** Notes that a key was used, to the minute: a busy key must not write at every request. */
export const touchApiKey = (tx: Transaction, id: string, now: Date) =>
  tx.apiKey.updateMany({
    where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: new Date(now.getTime() - 60_000) } }] },
    data: { lastUsedAt: now },
  });

export const readMembers = async (tx: Transaction, ids: readonly string[]) => byId(await findMembersById(tx, ids));

export const readNewsrooms = async (tx: Transaction, ids: readonly string[]) =>
  byId(await tx.newsroom.findMany({ where: { id: { in: [...ids] } } }));
