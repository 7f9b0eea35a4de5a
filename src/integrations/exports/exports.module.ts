import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { ExportsController } from './exports.controller.js';

/** The download of exports, for processes that answer requests. */
@Module({ imports: [AccountsModule], controllers: [ExportsController] })
export class ExportsModule {}
