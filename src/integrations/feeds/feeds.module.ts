import { Module } from '@nestjs/common';
import { FeedsResolver } from './feeds.resolver.js';
import { FeedsService } from './feeds.service.js';

@Module({ providers: [FeedsService, FeedsResolver] })
export class FeedsModule {}
