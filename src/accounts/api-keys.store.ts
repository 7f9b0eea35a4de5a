import type { ApiKey } from '../generated/prisma/client.js';
import { camelRows, type SqlRow } from '../platform/database/camel-rows.js';
import type { Transaction } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';
import { hashApiKey } from './api-keys.js';
import { byId } from './request-context.js';
import type { Role } from './roles.js';

const HINT_LENGTH = 4;

export const addApiKey = (
  tx: Transaction,
  key: { newsroomId: string; memberId: string | null; role: Role; label: string; key: string; expiresAt: Date | null },
) => {
  const { key: clear, ...row } = key;
  return tx.apiKey.create({
    data: { id: newId(), ...row, keyHash: hashApiKey(clear), hint: clear.slice(-HINT_LENGTH) },
  });
};

export const findApiKey = (tx: Transaction, keyHash: Uint8Array<ArrayBuffer>) =>
  tx.apiKey.findUnique({ where: { keyHash }, include: { member: true } });

/** Notes that a key was used, to the minute: a busy key must not write at every request. */
export const touchApiKey = (tx: Transaction, id: string, now: Date) =>
  tx.apiKey.updateMany({
    where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: new Date(now.getTime() - 60_000) } }] },
    data: { lastUsedAt: now },
  });

export const findKey = (tx: Transaction, id: string) => tx.apiKey.findUnique({ where: { id } });

/** The key's row, locked until the transaction ends; null where there is none. */
export async function lockKey(tx: Transaction, id: string): Promise<ApiKey | null> {
  const rows = await tx.$queryRaw<SqlRow[]>`select * from api_keys where id = ${id}::uuid for update`;
  return camelRows<ApiKey>(rows)[0] ?? null;
}

/** Keys, newest first, before the one with id `before`. */
export const pageOfKeys = (tx: Transaction, whose: { memberId?: string }, limit: number, before: string | null) =>
  tx.apiKey.findMany({
    where: { ...whose, ...(before ? { id: { lt: before } } : {}) },
    orderBy: { id: 'desc' },
    take: limit,
  });

export const countKeys = (tx: Transaction, whose: { memberId?: string }) => tx.apiKey.count({ where: whose });

export const readKeys = async (tx: Transaction, ids: readonly string[]) =>
  byId(await tx.apiKey.findMany({ where: { id: { in: [...ids] } } }));
