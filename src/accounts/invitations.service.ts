import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../platform/clock.js';
import { Secrets } from '../platform/config/secrets.js';
import { Database } from '../platform/database/database.js';
import { PublicUrl } from '../platform/public-url.js';
import { lineFault } from '../platform/text-fault.js';
import { acceptInvitation } from './accept-invitation.js';
import { invitationIdIn, invitationToken, invitationUrl, isTokenOf } from './invitation-link.js';
import { findInvitationWithNewsroom, type InvitationRow } from './invitations.store.js';
import { passwordFault, SignIn } from './sign-in/sign-in.js';

/** What the holder of an invitation's link is shown. */
export interface ShownInvitation {
  readonly newsroom: { readonly name: string; readonly slug: string };
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly expiresAt: Date;
  /** Whether they are new here and choose a password. */
  readonly needsPassword: boolean;
}

export type Acceptance =
  | { readonly email: string; readonly setPassword: boolean }
  | { readonly fault: 'INVALID_TOKEN' | 'INVALID_PASSWORD' | 'INVALID_NAME'; readonly message: string };

const INVALID = { fault: 'INVALID_TOKEN', message: 'This invitation is not known, was used, or has run out' } as const;

/** The way of an invited person into the newsroom. Whoever holds the link has shown that the mailbox is theirs. */
@Injectable()
export class Invitations {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Secrets) private readonly secrets: Secrets,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PublicUrl) private readonly publicUrl: PublicUrl,
    @Inject(SignIn) private readonly signIn: SignIn,
  ) {}

  linkOf(invitation: InvitationRow): string {
    return invitationUrl(this.publicUrl.base, invitationToken(this.secrets, invitation));
  }

  /** The invitation behind a link; null where the link is forged, used, replaced, revoked or has run out. */
  async read(token: unknown): Promise<ShownInvitation | null> {
    const invitation = await this.find(token);
    if (!invitation) return null;
    const { email, name, role, expiresAt, newsroom } = invitation;
    const user = await this.signIn.findUser(email);
    const needsPassword = !user || !(await this.signIn.canSignIn(user.id));
    return { newsroom: { name: newsroom.name, slug: newsroom.slug }, email, name, role, expiresAt, needsPassword };
  }

  /**
   * Takes an invitation up. Pressed twice, the second press finds it used. A process that dies half-way leaves the link
   * working, or a member who asks for a new password: nobody is shut out.
   */
  async accept(token: unknown, { name, password }: { name: string; password: string | null }): Promise<Acceptance> {
    const invitation = await this.find(token);
    if (!invitation) return INVALID;
    const { id, email, newsroomId } = invitation;
    const known = await this.signIn.findUser(email);
    const setPassword = !known || !(await this.signIn.canSignIn(known.id));
    const fault = setPassword ? passwordFault(password ?? '') : null;
    if (fault) return { fault: 'INVALID_PASSWORD', message: `The password ${fault}` };
    const nameFault = name.trim() ? lineFault(name, 200) : null;
    if (nameFault) return { fault: 'INVALID_NAME', message: `The name ${nameFault}` };
    const user = known ?? (await this.signIn.ensureUser(email, name.trim() || invitation.name || email));
    const member = await this.database
      .forNewsroom(newsroomId)
      .transaction((tx) => acceptInvitation(tx, id, { id: user.id, name }, this.clock.now()));
    if (!member) return INVALID;
    if (setPassword) await this.signIn.setPassword(user.id, password!);
    return { email, setPassword };
  }

  private async find(token: unknown) {
    const id = invitationIdIn(token);
    if (!id) return null;
    const found = await this.database.forSystem('authenticate').transaction((tx) => findInvitationWithNewsroom(tx, id));
    if (!found || !isTokenOf(this.secrets, found, token as string)) return null;
    return found.acceptedAt || found.revokedAt || found.expiresAt <= this.clock.now() ? null : found;
  }
}
