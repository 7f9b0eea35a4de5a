import { Inject, Injectable } from '@nestjs/common';
import { APIError } from 'better-auth/api';
import { CLOCK, type Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { acceptInvitation } from './accept-invitation.js';
import { findMembersByEmail } from './accounts.store.js';
import { findOpenInvitations } from './invitations.store.js';
import type { Viewer } from './viewer.js';
import { findMembershipsOf, linkMember, type MembershipRow } from './memberships.store.js';

/** Which newsrooms a person belongs to. One person may be a member of several, with another role in each. */
@Injectable()
export class Memberships {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The active memberships of a person, in the order in which they came. */
  of(userId: string): Promise<MembershipRow[]> {
    return this.database.forSystem('authenticate').transaction((tx) => findMembershipsOf(tx, userId));
  }

  /** How many members a person is or was, those who cannot come in any longer among them. */
  countAll(userId: string): Promise<number> {
    return this.database.forSystem('authenticate').transaction((tx) => tx.member.count({ where: { userId } }));
  }

  /** What a membership lets its holder do. */
  standing({ newsroomId, id, role }: MembershipRow): Pick<Viewer, 'newsroom' | 'memberId' | 'role'> {
    return { newsroom: this.database.forNewsroom(newsroomId), memberId: id, role };
  }

  /** Whether somebody with this address is a member anywhere, or invited. */
  async mayComeIn(email: string): Promise<boolean> {
    return this.database.forSystem('authenticate').transaction(async (tx) => {
      if ((await findMembersByEmail(tx, email)).length > 0) return true;
      return (await findOpenInvitations(tx, email, this.clock.now())).length > 0;
    });
  }

  /**
   * Ties a person who has proved their address to the members that an operator made for it, and takes up what they were
   * invited to. Run twice it finds nothing left to do. Throws NOT_A_MEMBER where they then belong nowhere.
   */
  async comeIn(user: { id: string; email: string; name: string }): Promise<void> {
    const { made, invited } = await this.database.forSystem('authenticate').transaction(async (tx) => ({
      made: (await findMembersByEmail(tx, user.email)).filter((member) => member.userId === null),
      invited: await findOpenInvitations(tx, user.email, this.clock.now()),
    }));
    for (const member of made) {
      await this.database.forNewsroom(member.newsroomId).transaction((tx) => linkMember(tx, member.id, user.id));
    }
    for (const { id, newsroomId } of invited) {
      await this.database
        .forNewsroom(newsroomId)
        .transaction((tx) => acceptInvitation(tx, id, { ...user, name: '' }, this.clock.now()));
    }
    if ((await this.of(user.id)).length === 0) {
      throw new APIError('FORBIDDEN', { code: 'NOT_A_MEMBER', message: 'You are a member of no newsroom' });
    }
  }
}
