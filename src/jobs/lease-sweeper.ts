import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { LOG, type Log } from '../platform/log.js';
import { runOutLeases } from '../tasks/run-out-leases.js';
import { Sweeper } from './sweeper.js';

const SWEEP_EVERY_MS = 5_000;

/** Looks every few seconds for leases that have run out: they are over all the same until a sweep records it. */
@Injectable()
export class LeaseSweeper extends Sweeper {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) log: Log,
  ) {
    super(log, SWEEP_EVERY_MS, 'leases that ran out could not be recorded');
  }

  async sweep(): Promise<void> {
    await runOutLeases(this.database, this.clock.now());
  }
}
