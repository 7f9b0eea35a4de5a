import { Module } from '@nestjs/common';
import { ViewerResolver } from './accounts.resolver.js';
import { AccountsService } from './accounts.service.js';
import { NewsroomEventResolver } from './audit/newsroom-events.resolver.js';
import { Authenticator } from './authenticator.js';

@Module({
  providers: [Authenticator, AccountsService, ViewerResolver, NewsroomEventResolver],
  exports: [Authenticator, AccountsService],
})
export class AccountsModule {}
