import type { Log } from '../platform/log.js';

/**
 * Looks every so often for work that waits in the database. Several processes may run the same one, so that what a sweep
 * does is done once by the rows that it locks, not by who runs it.
 */
export abstract class Sweeper {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;

  protected constructor(
    private readonly log: Log,
    private readonly everyMs: number,
    /** What is logged where a sweep fails, as when the database is away: the next one tries again. */
    private readonly trouble: string,
  ) {}

  abstract sweep(): Promise<void>;

  start(): void {
    this.timer = setInterval(() => this.look(), this.everyMs);
  }

  /** Waits for the sweep that runs. */
  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  /** A sweep that takes longer than the pause is not run beside itself. */
  private look(): void {
    this.running ??= this.sweep()
      .catch((error: unknown) => this.log.warn({ error: String(error) }, `${this.trouble}, trying again`))
      .finally(() => (this.running = null));
  }
}
