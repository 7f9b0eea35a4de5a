import { Module } from '@nestjs/common';
import { changedRows } from '../platform/changes/changed-rows.js';
import { ChangeFeed } from '../platform/changes/change-feed.js';
import { Database } from '../platform/database/database.js';
import { selectChangedArticles } from './articles.store.js';
import { ArticleVersionResolver, ArticleVersionsResolver } from './article-versions.resolver.js';
import { ArticlesResolver } from './articles.resolver.js';
import { ArticlesService } from './articles.service.js';

@Module({
  providers: [ArticlesService, ArticlesResolver, ArticleVersionsResolver, ArticleVersionResolver],
  exports: [ArticlesService],
})
export class ArticlesModule {
  constructor(changes: ChangeFeed, database: Database) {
    changes.catchUpWith('ARTICLE', changedRows(database, 'ARTICLE', selectChangedArticles));
  }
}
