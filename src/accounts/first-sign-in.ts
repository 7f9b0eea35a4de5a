import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { badInput } from '../platform/request-error.js';
import { findMembersById } from './accounts.store.js';
import { InvitationActions } from './invitation-actions.service.js';
import { Invitations } from './invitations.service.js';
import { Memberships } from './memberships.js';
import { isMemberRole } from './roles.js';
import { passwordFault, SignIn } from './sign-in/sign-in.js';

/** How somebody whom an operator made a member comes to sign in. */
@Injectable()
export class FirstSignIn {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(Memberships) private readonly memberships: Memberships,
    @Inject(Invitations) private readonly invitations: Invitations,
    @Inject(InvitationActions) private readonly actions: InvitationActions,
  ) {}

  /** Sees to it that this password is the person's. They are a member already; their address is taken as checked. */
  async ensurePassword({ email, name, password }: { email: string; name: string; password: string }): Promise<void> {
    const fault = passwordFault(password);
    if (fault) throw badInput({ password: fault });
    const user = await this.signIn.ensureUser(email, name);
    if (!(await this.signIn.hasPassword(user.id, password))) await this.signIn.setPassword(user.id, password);
    await this.memberships.comeIn(user);
  }

  /** The link by which a member chooses a password; null where they sign in already, elsewhere too. */
  async linkFor(newsroomId: string, memberId: string): Promise<string | null> {
    const handle = this.database.forNewsroom(newsroomId);
    const [member] = await handle.transaction((tx) => findMembersById(tx, [memberId]));
    if (!member || !isMemberRole(member.role)) return null;
    const user = await this.signIn.findUser(member.email);
    if (user && (await this.signIn.canSignIn(user.id))) return null;
    const { email, name, role } = member;
    const offer = { newsroomId, email, name, role, language: null, invitedById: null };
    return this.invitations.linkOf(await handle.transaction((tx) => this.actions.offer(tx, offer)));
  }
}
