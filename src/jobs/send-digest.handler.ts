import { Inject, Injectable } from '@nestjs/common';
import { findMembersById, findNewsroom } from '../accounts/accounts.store.js';
import { mailLanguageOf } from '../accounts/mail-texts.js';
import { publicNameOf } from '../accounts/public-name.js';
import { isMemberRole } from '../accounts/roles.js';
import { isAtLeast } from '../core/workflow/roles.js';
import { digestMail } from '../integrations/digests/digest-mail.js';
import { type DigestRow, findDigest, noteSent, readItems, readWaiting } from '../integrations/digests/digests.store.js';
import { sendDigestJob } from '../integrations/digests/send-digest.job.js';
import { readNotices } from '../integrations/webhooks/read-notices.js';
import { CLOCK, type Clock } from '../platform/clock.js';
import type { Transaction } from '../platform/database/database.js';
import { type Mail, Mailer } from '../platform/mail/mailer.js';
import { PublicUrl } from '../platform/public-url.js';
import type { JobHandler, JobRun } from './job-handler.js';

type Payload = ReturnType<(typeof sendDigestJob)['payload']['parse']>;

const MOST_EVENTS = 100;
const MOST_WAITING = 20;

interface Composed {
  readonly digest: DigestRow;
  readonly eventIds: readonly string[];
  /** Null where there is nothing to tell. */
  readonly mail: Mail | null;
}

/** Mails a member's digest, as things stand when the job runs. */
@Injectable()
export class SendDigestHandler implements JobHandler<Payload> {
  readonly definition = sendDigestJob;

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(PublicUrl) private readonly publicUrl: PublicUrl,
  ) {}

  /**
   * Events wait for the digest until it is sent: a crash between sending and marking mails them a second time, and never
   * loses one.
   */
  async run({ memberId }: Payload, { newsroom, finish }: JobRun): Promise<void> {
    const at = this.clock.now();
    const composed = await newsroom.transaction((tx) => this.compose(tx, newsroom.newsroomId, memberId, at));
    if (composed?.mail) await this.mailer.send(composed.mail);
    await newsroom.transaction(async (tx) => {
      if (composed) await noteSent(tx, composed.digest, composed.eventIds, at);
      await finish(tx);
    });
  }

  /** The events go on waiting: the next digest tells them. */
  async giveUp(): Promise<void> {}

  private async compose(tx: Transaction, newsroomId: string, memberId: string, now: Date): Promise<Composed | null> {
    const digest = await findDigest(tx, newsroomId, memberId);
    const [member] = await findMembersById(tx, [memberId]);
    if (!digest || !member || member.deactivatedAt) return null;
    const mayReview = isMemberRole(member.role) && isAtLeast(member.role, 'REVIEWER');
    const found = await readItems(tx, memberId, MOST_EVENTS + 1);
    const events = found.slice(0, MOST_EVENTS);
    const waiting = await readWaiting(tx, memberId, { mayReview, now, most: MOST_WAITING });
    const eventIds = events.map(({ id }) => id);
    // What waits is told again each day, but not each hour.
    const isNews = ({ updatedAt }: { updatedAt: Date }) => digest.lastAt === null || updatedAt > digest.lastAt;
    const told = digest.frequency === 'DAILY' ? waiting.length > 0 : waiting.some(isNews);
    if (events.length === 0 && !told) return { digest, eventIds, mail: null };
    const language = mailLanguageOf(digest.language);
    const { base } = this.publicUrl;
    const notices = await readNotices(tx, base, events, language);
    const of = (isIt: (type: string) => boolean) =>
      events.filter(({ type }) => isIt(type)).map(({ id }) => notices.get(id)!);
    const house = (await findNewsroom(tx, newsroomId))!;
    const mail = digestMail(language, member.email, base, {
      newsroom: publicNameOf(house),
      waiting,
      decided: of((type) => type === 'verdict.approved'),
      published: of((type) => type.startsWith('factcheck.')),
      more: found.length > events.length,
    });
    return { digest, eventIds, mail };
  }
}
