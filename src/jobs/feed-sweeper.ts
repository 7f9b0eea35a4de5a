import { Inject, Injectable } from '@nestjs/common';
import { lockFeed } from '../integrations/feeds/feeds.store.js';
import { startPoll } from '../integrations/feeds/start-poll.js';
import { CLOCK, type Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { LOG, type Log } from '../platform/log.js';
import { Sweeper } from './sweeper.js';

const SWEEP_EVERY_MS = 2_000;
/** Of one sweep: what is left over, the next one finds. */
const MOST = 100;

/** Hands the feeds that are due to the queue. Handed over and moved on in one transaction, under the feed's lock. */
@Injectable()
export class FeedSweeper extends Sweeper {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) log: Log,
  ) {
    super(log, SWEEP_EVERY_MS, 'feeds could not be handed to the queue');
  }

  async sweep(): Promise<void> {
    const now = this.clock.now();
    const due = await this.database.forSystem('poll').transaction(
      (tx) => tx.$queryRaw<{ newsroomId: string; id: string }[]>`
        select newsroom_id as "newsroomId", id from feeds
        where disabled_at is null and next_at <= ${now.toISOString()}::timestamptz
        order by priority desc, next_at limit ${MOST}`,
    );
    for (const { newsroomId, id } of due) {
      await this.database.forNewsroom(newsroomId).transaction(async (tx) => {
        const feed = await lockFeed(tx, id);
        // Handed over by another process since it was found.
        if (feed?.nextAt && feed.nextAt <= now) await startPoll(tx, feed, now);
      });
    }
  }
}
