import { type Secrets } from '../platform/config/secrets.js';
import type { Clock } from '../platform/clock.js';
import type { Database } from '../platform/database/database.js';
import type { Log } from '../platform/log.js';
import { sealKey } from '../tasks/audit/seal.js';
import { findUnsealedNewsrooms, sealEvents } from '../tasks/audit/seal-events.js';

const EVERY_MS = 3_000;
const NEWSROOMS_AT_ONCE = 100;

/**
 * Seals what the newsrooms have recorded, every few seconds. It may run in several processes and die at any line: an event
 * waits until a seal that holds it is committed.
 */
export class AuditSealer {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private readonly key: string;

  constructor(
    private readonly database: Database,
    secrets: Secrets,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    this.key = sealKey(secrets);
  }

  start(): void {
    this.timer = setInterval(() => this.look(), EVERY_MS);
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  /** Seals all that waits now, newsroom by newsroom. */
  async seal(): Promise<void> {
    const waiting = await this.database
      .forSystem('seal')
      .transaction((tx) => findUnsealedNewsrooms(tx, NEWSROOMS_AT_ONCE));
    for (const id of waiting) await sealEvents(this.database.forNewsroom(id), this.key, () => this.clock.now());
  }

  private look(): void {
    if (this.running) return;
    this.running = this.seal()
      // The database is away or busy: the events wait, and the next look tries again.
      .catch((error: unknown) => this.log.warn({ error: String(error) }, 'events could not be sealed, trying again'))
      .finally(() => (this.running = null));
  }
}
