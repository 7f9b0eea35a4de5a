import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { forgetLoaded, loadOne, type RequestContext } from '../accounts/request-context.js';
import type {
  ArticleProgress,
  MutationRetryArticleArgs,
  MutationSubmitArticleArgs,
  QueryArticleArgs,
  QueryArticlesArgs,
  SubscriptionArticleChangedArgs,
} from '../generated/graphql.js';
import type { Change } from '../platform/changes/announce-change.js';
import { ChangeFeed } from '../platform/changes/change-feed.js';
import { type Connection, readPageRequest, toConnection } from '../platform/graphql/connection.js';
import { isId } from '../platform/ids.js';
import { ArticlesService } from './articles.service.js';
import {
  type ArticleRow,
  countArticles,
  countDecided,
  pageOfArticles,
  readArticles,
  readArticleTexts,
} from './articles.store.js';

@Resolver('Article')
export class ArticlesResolver {
  constructor(
    private readonly service: ArticlesService,
    private readonly changes: ChangeFeed,
  ) {}

  @Query()
  async article(@Args() { id }: QueryArticleArgs, @Context() context: RequestContext): Promise<ArticleRow | null> {
    return isId(id) ? loadOne(context, readArticles, id) : null;
  }

  @Query()
  async articles(
    @Args() args: QueryArticlesArgs,
    @Context() { read }: RequestContext,
  ): Promise<Connection<ArticleRow>> {
    const filter = args.filter ?? {};
    const order = args.orderBy ?? { field: 'CREATED_AT', direction: 'DESC' };
    const list = `articles ${order.field} ${order.direction}`;
    const page = readPageRequest(args, { list, parts: ['time', 'id'] });
    const key = (row: ArticleRow) => (order.field === 'UPDATED_AT' ? row.updatedAt : row.createdAt).toISOString();
    const rows = await read((tx) => pageOfArticles(tx, filter, order, page));
    return toConnection(
      page,
      rows,
      (row) => [key(row), row.id],
      () => read((tx) => countArticles(tx, filter)),
    );
  }

  @Mutation()
  async submitArticle(@Args() { input }: MutationSubmitArticleArgs, @Context() { viewer }: RequestContext) {
    return this.service.submit(viewer, input);
  }

  @Mutation()
  async retryArticle(@Args() { id }: MutationRetryArticleArgs, @Context() { viewer }: RequestContext) {
    return this.service.retry(viewer, id);
  }

  @Subscription('articleChanged', {
    resolve: ([{ id }]: [Change], _args: unknown, context: RequestContext) => {
      forgetLoaded(context);
      return loadOne(context, readArticles, id);
    },
  })
  articleChanged(@Args() { id }: SubscriptionArticleChangedArgs, @Context() { viewer }: RequestContext) {
    return this.changes.follow({ kind: 'ARTICLE', newsroomId: viewer.newsroom.newsroomId, articleId: id });
  }

  @ResolveField()
  async text(@Parent() article: ArticleRow, @Context() context: RequestContext): Promise<string> {
    return (await loadOne(context, readArticleTexts, article.id)) ?? '';
  }

  @ResolveField()
  progress(@Parent() article: ArticleRow, @Context() context: RequestContext) {
    return {
      total: article.tasksTotal,
      prepared: article.tasksPrepared,
      // Counted only where it is asked for.
      decided: async () => (await loadOne(context, countDecided, article.id)) ?? 0,
    } satisfies Record<keyof Omit<ArticleProgress, '__typename'>, unknown>;
  }
}
