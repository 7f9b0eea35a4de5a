import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { DigestsResolver } from './digests.resolver.js';
import { DigestsService } from './digests.service.js';

@Module({ imports: [AccountsModule], providers: [DigestsService, DigestsResolver] })
export class DigestsModule {}
