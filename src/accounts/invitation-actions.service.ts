import { Inject, Injectable } from '@nestjs/common';
import type { InviteMemberInput } from '../generated/graphql.js';
import { CLOCK, type Clock } from '../platform/clock.js';
import type { Transaction } from '../platform/database/database.js';
import { isId, newId } from '../platform/ids.js';
import { enqueue } from '../platform/queue/enqueue.js';
import { badInput, notFound, RequestError } from '../platform/request-error.js';
import { lineFault, textFault } from '../platform/text-fault.js';
import { findFirstLanguage, findMember, lockMembership } from './accounts.store.js';
import { recordAct } from './audit/record-act.js';
import { findOpenInvitation, type InvitationRow, lockInvitation } from './invitations.store.js';
import { isMailLanguage } from './mail-texts.js';
import { isMemberRole, requireRole } from './roles.js';
import { sendInvitationJob } from './send-invitation.job.js';
import type { Viewer } from './viewer.js';

const LINK_DAYS = 7;
export const EMAIL = /^[^\s@,;<>"()]+@[^\s@,;<>"()]+$/;

export interface Offer {
  readonly newsroomId: string;
  readonly email: string;
  readonly name: string;
  readonly role: Exclude<InvitationRow['role'], 'INTEGRATION'>;
  readonly language: string | null;
  readonly invitedById: string | null;
}

/** Inviting people, and thinking better of it. */
@Injectable()
export class InvitationActions {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  async invite(viewer: Viewer, input: InviteMemberInput): Promise<InvitationRow> {
    requireRole(viewer.role, 'ADMIN');
    const email = input.email.trim().toLowerCase();
    const { newsroomId } = viewer.newsroom;
    const offer = { newsroomId, email, name: input.name?.trim() ?? '', language: input.language ?? null };
    const faults = findFaults(offer, input.role);
    if (Object.keys(faults).length > 0 || !isMemberRole(input.role)) throw badInput(faults);
    const role = input.role;
    return viewer.newsroom.transaction(async (tx) => {
      const invitation = await this.offer(tx, { ...offer, role, invitedById: viewer.memberId });
      const subject = { kind: 'INVITATION', id: invitation.id };
      await recordAct(tx, viewer, { action: 'MEMBER_INVITED', at: this.clock.now(), subject, data: { role } });
      await enqueue(tx, newsroomId, sendInvitationJob, [{ invitationId: invitation.id }]);
      return invitation;
    });
  }

  /**
   * Writes an invitation, or renews the one that waits, whose earlier link then ends. The newsroom's membership is locked
   * meanwhile: two ADMINs who invite one person at the same moment renew one invitation. Throws CONFLICT for a member.
   */
  async offer(tx: Transaction, offer: Offer): Promise<InvitationRow> {
    await lockMembership(tx, offer.newsroomId);
    const member = await findMember(tx, offer.newsroomId, offer.email);
    if (member?.userId || (member && offer.invitedById)) {
      const what = member.deactivatedAt ? 'was a member: reactivate them' : 'is a member already';
      throw new RequestError('CONFLICT', `${offer.email} ${what}`);
    }
    const language = offer.language ?? (await findFirstLanguage(tx, offer.newsroomId));
    const expiresAt = new Date(this.clock.now().getTime() + LINK_DAYS * 86_400_000);
    const data = { name: offer.name, role: offer.role, language, invitedById: offer.invitedById, expiresAt };
    const open = await findOpenInvitation(tx, offer.email);
    if (open) return tx.invitation.update({ where: { id: open.id }, data });
    const { newsroomId, email } = offer;
    return tx.invitation.create({ data: { id: newId(), newsroomId, email, ...data } });
  }

  /** Pressed twice, the second press changes nothing. Throws CONFLICT where it was taken up: deactivate the member. */
  async revoke(viewer: Viewer, id: string): Promise<InvitationRow> {
    return viewer.newsroom.transaction(async (tx) => {
      const invitation = isId(id) ? await lockInvitation(tx, id) : null;
      if (!invitation) throw notFound('The invitation');
      requireRole(viewer.role, 'ADMIN');
      if (invitation.acceptedAt) throw new RequestError('CONFLICT', 'The invitation was taken up');
      if (invitation.revokedAt) return invitation;
      const revokedAt = this.clock.now();
      const subject = { kind: 'INVITATION', id };
      await recordAct(tx, viewer, { action: 'INVITATION_REVOKED', at: revokedAt, subject });
      return tx.invitation.update({ where: { id }, data: { revokedAt } });
    });
  }

  statusOf({ acceptedAt, revokedAt, expiresAt }: InvitationRow): 'ACCEPTED' | 'REVOKED' | 'EXPIRED' | 'PENDING' {
    if (acceptedAt) return 'ACCEPTED';
    if (revokedAt) return 'REVOKED';
    return expiresAt <= this.clock.now() ? 'EXPIRED' : 'PENDING';
  }
}

function findFaults(
  { email, name, language }: { email: string; name: string; language: string | null },
  role: string,
): Record<string, string> {
  const nameFault = name === '' ? null : lineFault(name, 200);
  return {
    ...(EMAIL.test(email) && !textFault(email, 320) ? {} : { email: 'must be an e-mail address' }),
    ...(isMemberRole(role) ? {} : { role: 'belongs to machines alone: make an API key' }),
    ...(nameFault ? { name: nameFault } : {}),
    ...(language === null || isMailLanguage(language) ? {} : { language: 'must be ar, en or fr' }),
  };
}
