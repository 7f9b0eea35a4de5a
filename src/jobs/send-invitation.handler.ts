import { Inject, Injectable } from '@nestjs/common';
import { findNewsroom } from '../accounts/accounts.store.js';
import { Invitations } from '../accounts/invitations.service.js';
import { findInvitation } from '../accounts/invitations.store.js';
import { invitationMail, mailLanguageOf } from '../accounts/mail-texts.js';
import { publicNameOf } from '../accounts/public-name.js';
import { sendInvitationJob } from '../accounts/send-invitation.job.js';
import { CLOCK, type Clock } from '../platform/clock.js';
import { Mailer } from '../platform/mail/mailer.js';
import type { JobHandler, JobRun } from './job-handler.js';

type Payload = ReturnType<(typeof sendInvitationJob)['payload']['parse']>;

/** Mails an invitation's link, as the invitation stands when the job runs. */
@Injectable()
export class SendInvitationHandler implements JobHandler<Payload> {
  readonly definition = sendInvitationJob;

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(Invitations) private readonly invitations: Invitations,
  ) {}

  /** A crash between sending and marking sends the same link again, which does no harm. */
  async run({ invitationId }: Payload, { newsroom, finish }: JobRun): Promise<void> {
    const { invitation, house } = await newsroom.transaction(async (tx) => ({
      invitation: await findInvitation(tx, invitationId),
      house: await findNewsroom(tx, newsroom.newsroomId),
    }));
    const open = invitation && !invitation.acceptedAt && !invitation.revokedAt;
    if (open && house && invitation.expiresAt > this.clock.now()) {
      const language = mailLanguageOf(invitation.language);
      const link = this.invitations.linkOf(invitation);
      await this.mailer.send(invitationMail(language, invitation.email, publicNameOf(house), link));
    }
    await newsroom.transaction(finish);
  }

  /** The invitation stays: an ADMIN sees that nobody came, and invites again. */
  async giveUp(): Promise<void> {}
}
