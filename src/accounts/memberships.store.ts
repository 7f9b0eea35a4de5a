import type { Prisma } from '../generated/prisma/client.js';
import type { Transaction } from '../platform/database/database.js';

export type MembershipRow = Prisma.MemberGetPayload<{ include: { newsroom: true } }>;

/** More newsrooms than one person can work for. */
const MOST = 100;

export const findMembershipsOf = (tx: Transaction, userId: string): Promise<MembershipRow[]> =>
  tx.member.findMany({
    where: { userId, deactivatedAt: null },
    include: { newsroom: true },
    orderBy: { id: 'asc' },
    take: MOST,
  });

/** Says who signs in as a member. A member who has somebody keeps them. */
export const linkMember = (tx: Transaction, id: string, userId: string) =>
  tx.member.updateMany({ where: { id, userId: null }, data: { userId } });
