import type { DigestSubscription, OutgoingEvent } from '../../generated/prisma/client.js';
import { camelRows, type SqlRow } from '../../platform/database/camel-rows.js';
import type { Transaction } from '../../platform/database/database.js';

export type DigestRow = DigestSubscription;

/** A task that waits for somebody, with the words that it is about. */
export interface WaitingTask {
  readonly id: string;
  readonly kind: 'QUOTE' | 'CLAIM';
  readonly status: 'IN_PROGRESS' | 'IN_REVIEW' | 'CHANGES_REQUESTED';
  readonly text: string;
  readonly updatedAt: Date;
}

const key = (newsroomId: string, memberId: string) => ({ newsroomId_memberId: { newsroomId, memberId } });

export const findDigest = (tx: Transaction, newsroomId: string, memberId: string): Promise<DigestRow | null> =>
  tx.digestSubscription.findUnique({ where: key(newsroomId, memberId) });

/** The row, locked until the transaction ends. Events go on being written for it meanwhile. */
export async function lockDigest(tx: Transaction, memberId: string): Promise<DigestRow | null> {
  const rows = await tx.$queryRaw<SqlRow[]>`
    select * from digest_subscriptions where member_id = ${memberId}::uuid for no key update`;
  return camelRows<DigestRow>(rows)[0] ?? null;
}

export const saveDigest = (tx: Transaction, digest: Omit<DigestRow, 'lastAt'>): Promise<DigestRow> => {
  const { newsroomId, memberId, ...settings } = digest;
  return tx.digestSubscription.upsert({
    where: key(newsroomId, memberId),
    create: { ...digest, lastAt: null },
    update: settings,
  });
};

/** With what waits for its next mail. */
export const removeDigest = (tx: Transaction, memberId: string) =>
  tx.digestSubscription.deleteMany({ where: { memberId } });

export const scheduleDigest = (tx: Transaction, { newsroomId, memberId }: DigestRow, nextAt: Date) =>
  tx.digestSubscription.update({ where: key(newsroomId, memberId), data: { nextAt } });

/** The events that wait for a member's digest, oldest first. */
export async function readItems(tx: Transaction, memberId: string, most: number): Promise<OutgoingEvent[]> {
  const items = await tx.digestItem.findMany({
    where: { memberId },
    include: { event: true },
    orderBy: { event: { sequence: 'asc' } },
    take: most,
  });
  return items.map(({ event }) => event);
}

/** Forgets the events that were told. */
export async function noteSent(
  tx: Transaction,
  digest: DigestRow,
  eventIds: readonly string[],
  at: Date,
): Promise<void> {
  const { newsroomId, memberId } = digest;
  await tx.digestItem.deleteMany({ where: { memberId, eventId: { in: [...eventIds] } } });
  await tx.digestSubscription.updateMany({ where: { newsroomId, memberId }, data: { lastAt: at } });
}

/**
 * The tasks that wait for a member, most urgent first: what they hold, and where they may review, what others propose.
 */
export async function readWaiting(
  tx: Transaction,
  memberId: string,
  { mayReview, now, most }: { mayReview: boolean; now: Date; most: number },
): Promise<WaitingTask[]> {
  const rows = await tx.$queryRaw<SqlRow[]>`
    select t.id, t.kind::text, t.status::text, coalesce(q.text, c.proposition) as text, t.updated_at
    from review_tasks t
    left join quotes q on q.newsroom_id = t.newsroom_id and q.id = t.quote_id
    left join claims c on c.newsroom_id = t.newsroom_id and c.id = t.claim_id
    where (t.assignee_id = ${memberId}::uuid and t.status in ('IN_PROGRESS', 'CHANGES_REQUESTED')
        and t.lease_expires_at > ${now.toISOString()}::timestamptz)
      or (${mayReview} and t.status = 'IN_REVIEW' and not exists (select from verdicts v
        where v.newsroom_id = t.newsroom_id and v.task_id = t.id and v.proposer_id = ${memberId}::uuid))
    order by t.priority desc, t.id limit ${most}`;
  return camelRows<WaitingTask>(rows);
}
