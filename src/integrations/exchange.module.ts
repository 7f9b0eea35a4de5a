import { Module } from '@nestjs/common';
import { ExportsResolver } from './exports/exports.resolver.js';
import { ExportsService } from './exports/exports.service.js';
import { ClaimMatchResolver, TaskMatchesResolver } from './imports/claim-matches.resolver.js';
import { ImportsResolver } from './imports/imports.resolver.js';
import { ImportsService } from './imports/imports.service.js';

/** What a newsroom takes out in files, and what it takes in of others. */
@Module({
  providers: [
    ExportsService,
    ExportsResolver,
    ImportsService,
    ImportsResolver,
    TaskMatchesResolver,
    ClaimMatchResolver,
  ],
  exports: [ImportsService],
})
export class ExchangeModule {}
