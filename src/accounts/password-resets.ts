import { Inject, Injectable } from '@nestjs/common';
import { symmetricEncrypt } from 'better-auth/crypto';
import { CLOCK, type Clock } from '../platform/clock.js';
import { Secrets } from '../platform/config/secrets.js';
import { Database } from '../platform/database/database.js';
import { enqueue } from '../platform/queue/enqueue.js';
import { findMembershipsOf } from './memberships.store.js';
import { sendPasswordResetJob } from './send-password-reset.job.js';

export const RESET_SEAL = 'password reset mail';

/** Asks the queue to mail a link by which somebody chooses a new password. */
@Injectable()
export class PasswordResets {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Secrets) private readonly secrets: Secrets,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The job belongs to one of the person's newsrooms, in whose language the mail is; who belongs to none gets none, since
   * they could not sign in. The token stands in the job sealed: whoever reads the table of jobs cannot use it.
   */
  async send(userId: string, token: string): Promise<void> {
    const [membership] = await this.database
      .forSystem('authenticate')
      .transaction((tx) => findMembershipsOf(tx, userId));
    if (!membership) return;
    const sealedToken = await symmetricEncrypt({ key: this.secrets.derive(RESET_SEAL), data: token });
    const { newsroomId, id: memberId } = membership;
    const payload = { memberId, sealedToken, askedAt: this.clock.now().toISOString() };
    await this.database
      .forNewsroom(newsroomId)
      .transaction((tx) => enqueue(tx, newsroomId, sendPasswordResetJob, [payload]));
  }
}
