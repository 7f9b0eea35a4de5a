import type { Clock } from '../platform/clock.js';
import type { Database } from '../platform/database/database.js';
import type { Log } from '../platform/log.js';
import { runOutLeases } from '../tasks/run-out-leases.js';

const SWEEP_EVERY_MS = 5_000;

/** Looks every few seconds for leases that have run out. Several may run: each end is recorded once. */
export class LeaseSweeper {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.sweep(), SWEEP_EVERY_MS);
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  /** A sweep that takes longer than the pause is not run beside itself. */
  private sweep(): Promise<void> {
    return (this.running ??= this.attempt().finally(() => (this.running = null)));
  }

  private async attempt(): Promise<void> {
    try {
      await runOutLeases(this.database, this.clock.now());
    } catch (error) {
      // The database is away: the leases are over all the same, and the next sweep records it.
      this.log.warn({ error: String(error) }, 'leases that ran out could not be recorded, trying again');
    }
  }
}
