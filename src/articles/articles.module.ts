import { Module } from '@nestjs/common';
import { ArticlesResolver } from './articles.resolver.js';
import { ArticlesService } from './articles.service.js';

@Module({ providers: [ArticlesService, ArticlesResolver], exports: [ArticlesService] })
export class ArticlesModule {}
