import { emptyExpiredExports } from '../integrations/exports/empty-expired-exports.js';
import type { Database } from '../platform/database/database.js';
import type { Log } from '../platform/log.js';

const SWEEP_EVERY_MS = 60_000;

/** Looks every minute for files whose time is over. Several may run: each file is taken away once. */
export class ExportSweeper {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.sweep(), SWEEP_EVERY_MS);
    void this.sweep();
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  private sweep(): Promise<void> {
    return (this.running ??= emptyExpiredExports(this.database)
      .then(() => undefined)
      // The database is away: the next sweep takes them away.
      .catch((error: unknown) => this.log.warn({ error: String(error) }, 'expired exports stay for now'))
      .finally(() => (this.running = null)));
  }
}
