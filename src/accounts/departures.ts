import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database/database.js';
import type { Viewer } from './viewer.js';

/** A member who can no longer do what they did. */
export interface Departure {
  readonly tx: Transaction;
  /** The ADMIN who brings it about. */
  readonly viewer: Viewer;
  readonly memberId: string;
  /** Who takes over what they held; null: it becomes free. */
  readonly successorId: string | null;
  /** Whether also what they wrote for themselves alone goes. */
  readonly erasing: boolean;
}

type Step = (departure: Departure) => Promise<void>;

/** What later rooms do when a member leaves, in the transaction in which they leave: these rooms are not known here. */
@Injectable()
export class Departures {
  private readonly steps: Step[] = [];

  /** Called once by each room, when it is put together. */
  add(step: Step): void {
    this.steps.push(step);
  }

  async happen(departure: Departure): Promise<void> {
    for (const step of this.steps) await step(departure);
  }
}
