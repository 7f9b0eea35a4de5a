import { Inject, Injectable } from '@nestjs/common';
import { Secrets } from '../platform/config/secrets.js';
import { CLOCK, type Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { LOG, type Log } from '../platform/log.js';
import { sealKey } from '../tasks/audit/seal.js';
import { findUnsealedNewsrooms, sealEvents } from '../tasks/audit/seal-events.js';
import { Sweeper } from './sweeper.js';

const EVERY_MS = 3_000;
const NEWSROOMS_AT_ONCE = 100;

/**
 * Seals what the newsrooms have recorded, every few seconds. It may run in several processes and die at any line: an event
 * waits until a seal that holds it is committed.
 */
@Injectable()
export class AuditSealer extends Sweeper {
  private readonly key: string;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Secrets) secrets: Secrets,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) log: Log,
  ) {
    super(log, EVERY_MS, 'events could not be sealed');
    this.key = sealKey(secrets);
  }

  /** Seals all that waits now, newsroom by newsroom. */
  async sweep(): Promise<void> {
    const waiting = await this.database
      .forSystem('seal')
      .transaction((tx) => findUnsealedNewsrooms(tx, NEWSROOMS_AT_ONCE));
    for (const id of waiting) await sealEvents(this.database.forNewsroom(id), this.key, () => this.clock.now());
  }
}
