import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { SnapshotsController } from './snapshots.controller.js';

/** The download of archived evidence, for processes that answer requests. */
@Module({ imports: [AccountsModule], controllers: [SnapshotsController] })
export class SnapshotsModule {}
