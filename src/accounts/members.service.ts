import { Inject, Injectable } from '@nestjs/common';
import { isAtLeast, type Role as MemberRole } from '../core/workflow/roles.js';
import type { Member } from '../generated/prisma/client.js';
import { CLOCK, type Clock } from '../platform/clock.js';
import type { Transaction } from '../platform/database/database.js';
import { isId } from '../platform/ids.js';
import { badInput, notFound, RequestError } from '../platform/request-error.js';
import { countOtherAdmins, findMembersById, lockMember, lockMembership } from './accounts.store.js';
import type { AuditAction } from './audit/audit-actions.js';
import { recordAct } from './audit/record-act.js';
import type { AuditRecord } from './audit/record-audit-event.js';
import { Departures } from './departures.js';
import { erasePersonalData, revokeKeysOf } from './erase-member.js';
import { Memberships } from './memberships.js';
import { isMemberRole, requireRole } from './roles.js';
import { SignIn } from './sign-in/sign-in.js';
import type { Viewer } from './viewer.js';

/**
 * Who belongs to a newsroom, and as what. Each change locks the newsroom's membership first, so that two ADMINs who
 * remove each other at the same moment do not both succeed.
 */
@Injectable()
export class MembersService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Departures) private readonly departures: Departures,
    @Inject(Memberships) private readonly memberships: Memberships,
    @Inject(SignIn) private readonly signIn: SignIn,
  ) {}

  async changeRole(viewer: Viewer, id: string, role: string): Promise<Member> {
    return this.change(viewer, id, async (tx, member) => {
      if (!isMemberRole(role)) throw badInput({ role: 'belongs to machines alone' });
      refuseErased(member);
      if (member.role === role) return member;
      if (role !== 'ADMIN') await refuseLastAdmin(tx, member);
      if (!isAtLeast(role, 'FACT_CHECKER')) await this.leave(tx, viewer, member, null);
      await this.record(tx, viewer, 'ROLE_CHANGED', id, { from: member.role, to: role });
      return tx.member.update({ where: { id }, data: { role } });
    });
  }

  /** Pressed twice, the second press changes nothing. */
  async deactivate(viewer: Viewer, id: string, reassignTo: string | null): Promise<Member> {
    const done = await this.change(viewer, id, async (tx, member) => {
      const successor = reassignTo === null ? null : await findSuccessor(tx, member, reassignTo);
      if (member.deactivatedAt) return member;
      await refuseLastAdmin(tx, member);
      await this.leave(tx, viewer, member, successor);
      await this.record(tx, viewer, 'MEMBER_DEACTIVATED', id);
      return tx.member.update({ where: { id }, data: { deactivatedAt: this.clock.now() } });
    });
    await this.endSessions(done.userId);
    return done;
  }

  async reactivate(viewer: Viewer, id: string): Promise<Member> {
    return this.change(viewer, id, async (tx, member) => {
      refuseErased(member);
      if (!member.deactivatedAt) return member;
      await this.record(tx, viewer, 'MEMBER_REACTIVATED', id);
      return tx.member.update({ where: { id }, data: { deactivatedAt: null } });
    });
  }

  /**
   * Erases a person. The newsroom's own rows go in one transaction; their sign-in, which no newsroom owns, after it and
   * only where nothing else needs it. A process that dies between the two leaves a sign-in that leads nowhere.
   */
  async erase(viewer: Viewer, id: string): Promise<Member> {
    let userId: string | null = null;
    const done = await this.change(viewer, id, async (tx, member) => {
      if (member.erasedAt) return member;
      if (!member.deactivatedAt) await refuseLastAdmin(tx, member);
      userId = member.userId;
      await this.departures.happen({ tx, viewer, memberId: id, successorId: null, erasing: true });
      await revokeKeysOf(tx, id, this.clock.now());
      await this.record(tx, viewer, 'MEMBER_ERASED', id);
      return erasePersonalData(tx, member, this.clock.now());
    });
    if (userId && (await this.memberships.countAll(userId)) === 0) await this.signIn.deleteUser(userId);
    return done;
  }

  /** NOT_FOUND before FORBIDDEN before what the change itself refuses. */
  private change(
    viewer: Viewer,
    id: string,
    work: (tx: Transaction, member: Member) => Promise<Member>,
  ): Promise<Member> {
    return viewer.newsroom.transaction(async (tx) => {
      if (!isId(id)) throw notFound('The member');
      await lockMembership(tx, viewer.newsroom.newsroomId);
      const member = await lockMember(tx, id);
      if (!member) throw notFound('The member');
      requireRole(viewer.role, 'ADMIN');
      return work(tx, member);
    });
  }

  private record(tx: Transaction, viewer: Viewer, action: AuditAction, id: string, data?: AuditRecord['data']) {
    return recordAct(tx, viewer, { action, at: this.clock.now(), subject: { kind: 'MEMBER', id }, data });
  }

  private leave(tx: Transaction, viewer: Viewer, { id }: Member, successorId: string | null): Promise<void> {
    return this.departures.happen({ tx, viewer, memberId: id, successorId, erasing: false });
  }

  /** Who still belongs to another newsroom stays signed in there: each request asks for the membership anyway. */
  private async endSessions(userId: string | null): Promise<void> {
    if (userId && (await this.memberships.of(userId)).length === 0) await this.signIn.endSessions(userId);
  }
}

async function refuseLastAdmin(tx: Transaction, member: Member): Promise<void> {
  if (member.role !== 'ADMIN' || member.deactivatedAt || (await countOtherAdmins(tx, member.id)) > 0) return;
  throw new RequestError('CONFLICT', 'This is the last ADMIN of the newsroom: make somebody else one first');
}

function refuseErased(member: Member): void {
  if (member.erasedAt) throw new RequestError('CONFLICT', 'This person was erased: invite them anew');
}

async function findSuccessor(tx: Transaction, leaving: Member, id: string): Promise<string> {
  const [found] = isId(id) && id !== leaving.id ? await findMembersById(tx, [id]) : [];
  const fits =
    found && !found.deactivatedAt && isMemberRole(found.role) && isAtLeast(found.role as MemberRole, 'FACT_CHECKER');
  if (!fits) throw badInput({ reassignTo: 'must be another active member, at least a FACT_CHECKER' });
  return found.id;
}
