import { tookTooLong } from '../request-error.js';
import { isOverdue } from '../request-trace.js';
import type { NewsroomHandle, Transaction } from './database.js';

/**
 * One transaction for all reads of one request, begun by the first and held until `end`: a list of tasks with their
 * articles and subjects then pays for one, not for one a kind of thing. Reads only; what is written needs a transaction
 * of its own, and a request that writes must not hold this one meanwhile, or the pool could run dry of connections.
 */
export class SharedReads {
  private transaction: Promise<Transaction> | null = null;
  private finished: Promise<void> = Promise.resolve();
  private release: () => void = () => undefined;

  constructor(private readonly newsroom: NewsroomHandle) {}

  async read<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    // Each statement has the request's time at most; together they could still take longer.
    if (isOverdue()) throw tookTooLong();
    this.transaction ??= this.begin();
    return work(await this.transaction);
  }

  /** Gives the connection back. May be called at any time and more than once. */
  async end(): Promise<void> {
    this.release();
    await this.finished;
  }

  private begin(): Promise<Transaction> {
    const released = new Promise<void>((resolve) => (this.release = resolve));
    return new Promise<Transaction>((begun, failed) => {
      this.finished = this.newsroom
        .transaction(async (tx) => {
          begun(tx);
          await released;
        })
        // Before it began, the reader learns of it; a transaction that is cut off later fails the read under way.
        .catch(failed);
    });
  }
}
