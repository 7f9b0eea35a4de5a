import type { Transporter } from 'nodemailer';
import type { Config } from '../config/config.js';
import type { Log } from '../log.js';
import type { PublicUrl } from '../public-url.js';
import { openTransport } from './open-transport.js';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** A server that does not answer must not hold a worker: the job tries again later. */
const TIMEOUT_MS = 15_000;

/** Sends mails by the SMTP server of ISNAD_MAIL_URL. Without one they are printed in the log, links and all. */
export class Mailer {
  private readonly transport: Transporter | null;

  constructor(
    private readonly config: Pick<Config, 'mailUrl' | 'mailFrom'>,
    private readonly publicUrl: Pick<PublicUrl, 'base'>,
    private readonly log: Log,
  ) {
    this.transport = config.mailUrl ? openTransport(config.mailUrl, TIMEOUT_MS) : null;
  }

  /** Throws where the server does not take the mail. */
  async send({ to, subject, text }: Mail): Promise<void> {
    if (!this.transport) {
      this.log.warn({ printedMail: { to, subject, text } }, 'no ISNAD_MAIL_URL: the mail is printed here');
      return;
    }
    const from = this.config.mailFrom ?? `Isnad <isnad@${new URL(this.publicUrl.base).hostname}>`;
    await this.transport.sendMail({ from, to: { name: '', address: to }, subject, text });
  }

  close(): void {
    this.transport?.close();
  }
}
