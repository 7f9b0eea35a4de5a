import type { Member } from '../generated/prisma/client.js';
import type { Transaction } from '../platform/database/database.js';

/**
 * Takes a person's data out of their newsroom. Events, verdicts and published editions name members by id alone, so that
 * no hash of the audit chain changes: the id stays, the person behind it does not.
 */
export async function erasePersonalData(tx: Transaction, member: Member, now: Date): Promise<Member> {
  const { id, email, newsroomId } = member;
  await tx.invitation.deleteMany({ where: { email } });
  // Answers that repeat what the person was told; those of others are forgotten within a day.
  await tx.idempotencyKey.deleteMany({ where: { newsroomId, holder: `member:${id}` } });
  return tx.member.update({
    where: { id },
    data: {
      name: 'Erased',
      email: `${id}@erased.invalid`,
      userId: null,
      role: 'VIEWER',
      deactivatedAt: member.deactivatedAt ?? now,
      erasedAt: now,
    },
  });
}

/** Keys end, and their labels, which people put names in, are forgotten. */
export const revokeKeysOf = async (tx: Transaction, memberId: string, now: Date): Promise<void> => {
  await tx.apiKey.updateMany({ where: { memberId, revokedAt: null }, data: { revokedAt: now } });
  await tx.apiKey.updateMany({ where: { memberId }, data: { label: '' } });
};
