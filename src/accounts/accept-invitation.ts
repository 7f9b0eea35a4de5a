import type { Member } from '../generated/prisma/client.js';
import type { Transaction } from '../platform/database/database.js';
import { addMember, findMember } from './accounts.store.js';
import { recordAuditEvent } from './audit/record-audit-event.js';
import { lockInvitation } from './invitations.store.js';
import { isMemberRole } from './roles.js';

/**
 * Makes the person a member, in the newsroom's own transaction. The invitation's row is locked until it is marked: of two
 * acceptances at once the second finds it used and changes nothing. Null where it is used, revoked or has run out.
 */
export async function acceptInvitation(
  tx: Transaction,
  id: string,
  user: { id: string; name: string },
  now: Date,
): Promise<Member | null> {
  const invitation = await lockInvitation(tx, id);
  if (!invitation || invitation.acceptedAt || invitation.revokedAt || invitation.expiresAt <= now) return null;
  const { newsroomId, email, role } = invitation;
  if (!isMemberRole(role)) return null;
  await tx.invitation.update({ where: { id }, data: { acceptedAt: now } });
  const known = await findMember(tx, newsroomId, email);
  // Whom an operator made a member keeps role and name. Whom somebody deactivated does not come back by an old link.
  if (known?.deactivatedAt) return null;
  const name = user.name.trim() || invitation.name || email;
  const member = known
    ? await tx.member.update({ where: { id: known.id }, data: { userId: user.id } })
    : await addMember(tx, { newsroomId, email, role, name, userId: user.id });
  await recordAuditEvent(tx, {
    ...{ newsroomId, action: 'MEMBER_JOINED', actor: { kind: 'MEMBER', memberId: member.id }, at: now },
    ...{ subject: { kind: 'MEMBER', id: member.id }, data: { role: member.role } },
  });
  return member;
}
