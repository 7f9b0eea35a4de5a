import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { loadOne, type RequestContext } from '../accounts/request-context.js';
import type { ArticleVersionsArgs } from '../generated/graphql.js';
import { readPageRequest, toConnection } from '../platform/graphql/connection.js';
import {
  countVersions,
  pageOfVersions,
  readDifferences,
  readVersionTexts,
  versionKey,
  type VersionRow,
} from './article-versions.store.js';
import type { ArticleRow } from './articles.store.js';
import type { TextDifference } from './compare-texts.js';

@Resolver('Article')
export class ArticleVersionsResolver {
  @ResolveField()
  version(@Parent() article: ArticleRow): number {
    return article.versionNumber;
  }

  @ResolveField()
  async versions(@Parent() { id }: ArticleRow, @Args() args: ArticleVersionsArgs, @Context() { read }: RequestContext) {
    const page = readPageRequest(args, { list: `versions ${id}`, parts: ['integer'] });
    const before = page.after ? Number(page.after[0]) : null;
    const rows = await read((tx) => pageOfVersions(tx, id, before, page.first + 1));
    return toConnection(
      page,
      rows,
      (row) => [row.number],
      () => read((tx) => countVersions(tx, id)),
    );
  }
}

@Resolver('ArticleVersion')
export class ArticleVersionResolver {
  @ResolveField()
  async text(@Parent() version: VersionRow, @Context() context: RequestContext): Promise<string> {
    return (await loadOne(context, readVersionTexts, versionKey(version.articleId, version.number))) ?? '';
  }

  @ResolveField()
  hash(@Parent() { textHash }: VersionRow): string {
    return Buffer.from(textHash).toString('hex');
  }

  @ResolveField()
  receivedAt(@Parent() { createdAt }: VersionRow): Date {
    return createdAt;
  }

  @ResolveField()
  async difference(
    @Parent() { articleId, number }: VersionRow,
    @Context() context: RequestContext,
  ): Promise<readonly TextDifference[] | null> {
    return number === 1 ? null : loadOne(context, readDifferences, versionKey(articleId, number));
  }
}
