import { Inject, Injectable } from '@nestjs/common';
import { emptyExpiredExports } from '../integrations/exports/empty-expired-exports.js';
import { Database } from '../platform/database/database.js';
import { LOG, type Log } from '../platform/log.js';
import { Sweeper } from './sweeper.js';

const SWEEP_EVERY_MS = 60_000;

/** Looks every minute for files whose time is over. Each is taken away once. */
@Injectable()
export class ExportSweeper extends Sweeper {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(LOG) log: Log,
  ) {
    super(log, SWEEP_EVERY_MS, 'expired exports stay for now');
  }

  async sweep(): Promise<void> {
    await emptyExpiredExports(this.database);
  }
}
