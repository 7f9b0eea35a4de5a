import { Inject, Injectable } from '@nestjs/common';
import { symmetricDecrypt } from 'better-auth/crypto';
import { findMembersById, findNewsroom } from '../accounts/accounts.store.js';
import { isMailLanguage, resetMail } from '../accounts/mail-texts.js';
import { RESET_SEAL } from '../accounts/password-resets.js';
import { sendPasswordResetJob } from '../accounts/send-password-reset.job.js';
import { RESET_LINK_SECONDS } from '../accounts/sign-in/auth.js';
import { CLOCK, type Clock } from '../platform/clock.js';
import { Secrets } from '../platform/config/secrets.js';
import { Mailer } from '../platform/mail/mailer.js';
import { PublicUrl } from '../platform/public-url.js';
import type { JobHandler, JobRun } from './job-handler.js';

type Payload = ReturnType<(typeof sendPasswordResetJob)['payload']['parse']>;

/** Mails the link by which somebody chooses a new password. */
@Injectable()
export class SendPasswordResetHandler implements JobHandler<Payload> {
  readonly definition = sendPasswordResetJob;

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Secrets) private readonly secrets: Secrets,
    @Inject(PublicUrl) private readonly publicUrl: PublicUrl,
    @Inject(Mailer) private readonly mailer: Mailer,
  ) {}

  /** A crash between sending and marking sends the same link again; it still works once. */
  async run({ memberId, sealedToken, askedAt }: Payload, { newsroom, finish }: JobRun): Promise<void> {
    const { member, house } = await newsroom.transaction(async (tx) => ({
      member: (await findMembersById(tx, [memberId]))[0],
      house: await findNewsroom(tx, newsroom.newsroomId),
    }));
    const late = this.clock.now().getTime() > Date.parse(askedAt) + RESET_LINK_SECONDS * 1_000;
    if (member && house && !member.deactivatedAt && !late) {
      const token = await symmetricDecrypt({ key: this.secrets.derive(RESET_SEAL), data: sealedToken });
      const [language = 'en'] = house.languages.filter(isMailLanguage);
      const link = `${this.publicUrl.base}/reset-password?token=${encodeURIComponent(token)}`;
      await this.mailer.send(resetMail(language, member.email, link));
    }
    await newsroom.transaction(finish);
  }

  /** Whoever still waits for it asks again. */
  async giveUp(): Promise<void> {}
}
