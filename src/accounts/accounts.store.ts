import type { Member } from '../generated/prisma/client.js';
import { camelRows, type SqlRow } from '../platform/database/camel-rows.js';
import type { Transaction } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';
import { textFault } from '../platform/text-fault.js';
import { byId } from './request-context.js';
import type { Role } from './roles.js';

export const findNewsroom = (tx: Transaction, id: string) => tx.newsroom.findUnique({ where: { id } });

/** Null also for what cannot be a slug, which the database would not even compare. */
export const findNewsroomBySlug = async (tx: Transaction, slug: string) =>
  textFault(slug, 100) ? null : tx.newsroom.findUnique({ where: { slug } });

/** Newsrooms in the order of their slugs, after the one with slug `after`. */
export const pageOfNewsrooms = (tx: Transaction, limit: number, after: string) =>
  tx.newsroom.findMany({ where: { slug: { gt: after } }, orderBy: { slug: 'asc' }, take: limit });

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
export const pageOfMembers = (tx: Transaction, active: boolean | null, limit: number, after: string | null) =>
  tx.member.findMany({
    where: { ...activity(active), ...(after ? { id: { gt: after } } : {}) },
    orderBy: { id: 'asc' },
    take: limit,
  });

export const countMembers = (tx: Transaction, active: boolean | null) => tx.member.count({ where: activity(active) });

const activity = (active: boolean | null) => (active === null ? {} : { deactivatedAt: active ? null : { not: null } });

/**
 * Lets one change of a newsroom's members happen at a time, until the transaction ends. Weak enough that other work, which
 * only refers to the newsroom, goes on.
 */
export const lockMembership = (tx: Transaction, newsroomId: string) =>
  tx.$queryRaw`select id from newsrooms where id = ${newsroomId}::uuid for no key update`;

/** The member's row, locked until the transaction ends; null where there is none. */
export async function lockMember(tx: Transaction, id: string): Promise<Member | null> {
  const rows = await tx.$queryRaw<SqlRow[]>`select * from members where id = ${id}::uuid for no key update`;
  return camelRows<Member>(rows)[0] ?? null;
}

/** The first of the newsroom's languages, in which it is written to. */
export const findFirstLanguage = async (tx: Transaction, newsroomId: string): Promise<string> =>
  (await findNewsroom(tx, newsroomId))?.languages[0] ?? 'en';

const MOST_ADMINS = 50;

/** Who runs the newsroom, those who came first at first, fifty at most. */
export const findActiveAdmins = (tx: Transaction) =>
  tx.member.findMany({ where: { role: 'ADMIN', deactivatedAt: null }, orderBy: { id: 'asc' }, take: MOST_ADMINS });

/** How many may still run the newsroom without this member. */
export const countOtherAdmins = (tx: Transaction, id: string) =>
  tx.member.count({ where: { role: 'ADMIN', deactivatedAt: null, NOT: { id } } });

export const readMembers = async (tx: Transaction, ids: readonly string[]) => byId(await findMembersById(tx, ids));

export const readNewsrooms = async (tx: Transaction, ids: readonly string[]) =>
  byId(await tx.newsroom.findMany({ where: { id: { in: [...ids] } } }));
