import { Inject, Injectable } from '@nestjs/common';
import { findMembersById, findNewsroom } from '../accounts/accounts.store.js';
import { mailLanguageOf } from '../accounts/mail-texts.js';
import { disabledMail } from '../integrations/webhooks/disabled-mail.js';
import { tellOfDisabledWebhookJob } from '../integrations/webhooks/tell-of-disabled-webhook.job.js';
import { findWebhook } from '../integrations/webhooks/webhooks.store.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Mailer } from '../platform/mail/mailer.js';
import { PublicUrl } from '../platform/public-url.js';
import type { JobHandler, JobRun } from './job-handler.js';

type Payload = ReturnType<(typeof tellOfDisabledWebhookJob)['payload']['parse']>;

/** Mails an ADMIN that nothing is sent to a webhook any more. */
@Injectable()
export class TellOfDisabledWebhookHandler implements JobHandler<Payload> {
  readonly definition = tellOfDisabledWebhookJob;

  constructor(
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(PublicUrl) private readonly publicUrl: PublicUrl,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A crash between sending and marking sends the same mail again, which does no harm. */
  async run({ webhookId, memberId }: Payload, { newsroom, finish }: JobRun): Promise<void> {
    const { webhook, member, house } = await newsroom.transaction(async (tx) => ({
      webhook: await findWebhook(tx, webhookId),
      member: (await findMembersById(tx, [memberId]))[0],
      house: await findNewsroom(tx, newsroom.newsroomId),
    }));
    const reason = webhook?.disabledReason;
    // Enabled again, or disabled by an ADMIN, or gone with its reader by now: then there is nothing to tell.
    if (webhook && member && !member.deactivatedAt && (reason === 'FAILING' || reason === 'GONE')) {
      const language = mailLanguageOf(house?.languages[0]);
      const { host } = webhook;
      const about = { host, reason, url: `${this.publicUrl.base}/`, keptDays: this.config.retention.eventsDays };
      await this.mailer.send(disabledMail(language, member.email, about));
    }
    await newsroom.transaction(finish);
  }

  /** The webhook shows that it is disabled, and why. */
  async giveUp(): Promise<void> {}
}
