import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { loadOne, type RequestContext } from '../accounts/request-context.js';
import { compareTexts, type TextDifference } from '../core/versions/compare-texts.js';
import type { ArticleVersionsArgs } from '../generated/graphql.js';
import { readPageRequest, toConnection } from '../platform/graphql/connection.js';
import {
  countVersions,
  pageOfVersions,
  readVersionTexts,
  versionKey,
  type VersionRow,
} from './article-versions.store.js';
import type { ArticleRow } from './articles.store.js';

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
    return (await this.textOf(version.articleId, version.number, context)) ?? '';
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
    if (number === 1) return null;
    const [before, after] = await Promise.all([
      this.textOf(articleId, number - 1, context),
      this.textOf(articleId, number, context),
    ]);
    return before == null || after == null ? null : compareTexts(before, after);
  }

  private textOf(articleId: string, number: number, context: RequestContext) {
    return loadOne(context, readVersionTexts, versionKey(articleId, number));
  }
}
