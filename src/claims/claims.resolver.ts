import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type ArticleRow, readArticles } from '../articles/articles.store.js';
import { loadOne, type RequestContext } from '../accounts/request-context.js';
import type { ArticleClaimsArgs, ArticleQuotesArgs } from '../generated/graphql.js';
import { readPageRequest, toConnection } from '../platform/graphql/connection.js';
import {
  type ClaimRow,
  countClaims,
  countQuotes,
  pageOfClaims,
  pageOfQuotes,
  type QuoteRow,
  readClaims,
  readClaimsOfQuotes,
  readQuotes,
} from './claims.store.js';
import { stageOf } from './stage-of.js';

/** Nothing points at what an editor has rejected or replaced. */
const standing = <Row extends QuoteRow | ClaimRow>(row: Row | null): Row | null =>
  row?.state === 'STANDING' ? row : null;

/** A speaker as the API gives it: who, from the speaker's row, and where, from the quote's or claim's. */
const speakerOf = ({ speaker, mention }: Pick<QuoteRow, 'speaker' | 'mention'>) => speaker && { ...speaker, mention };

/** What the words beside the cue were taken to stand for. */
const resolutionOf = ({ speaker, mention, resolutionRefused: refused }: QuoteRow | ClaimRow) =>
  mention && { mention, resolvedTo: refused || speaker?.name === mention.text ? null : speaker?.name, refused };

@Resolver('Quote')
export class QuoteResolver {
  @ResolveField()
  articleVersion(@Parent() { versionNumber }: QuoteRow): number {
    return versionNumber;
  }

  @ResolveField()
  stage(@Parent() { origin }: QuoteRow): string | null {
    return stageOf('QUOTE', origin);
  }

  @ResolveField()
  resolution(@Parent() quote: QuoteRow) {
    return resolutionOf(quote);
  }

  @ResolveField()
  speaker(@Parent() quote: QuoteRow) {
    return speakerOf(quote);
  }

  @ResolveField()
  async claims(@Parent() quote: QuoteRow, @Context() context: RequestContext): Promise<ClaimRow[]> {
    return (await loadOne(context, readClaimsOfQuotes, quote.id)) ?? [];
  }

  @ResolveField()
  article(@Parent() quote: QuoteRow, @Context() context: RequestContext) {
    return loadOne(context, readArticles, quote.articleId);
  }
}

@Resolver('Claim')
export class ClaimResolver {
  @ResolveField()
  articleVersion(@Parent() { versionNumber }: ClaimRow): number {
    return versionNumber;
  }

  @ResolveField()
  stage(@Parent() { origin }: ClaimRow): string | null {
    return stageOf('CLAIM', origin);
  }

  @ResolveField()
  resolution(@Parent() claim: ClaimRow) {
    return resolutionOf(claim);
  }

  @ResolveField()
  speaker(@Parent() claim: ClaimRow) {
    return speakerOf(claim);
  }

  @ResolveField()
  async quote(@Parent() claim: ClaimRow, @Context() context: RequestContext) {
    return claim.quoteId && standing(await loadOne(context, readQuotes, claim.quoteId));
  }

  @ResolveField()
  async denies(@Parent() claim: ClaimRow, @Context() context: RequestContext) {
    return claim.deniesId && standing(await loadOne(context, readClaims, claim.deniesId));
  }

  @ResolveField()
  article(@Parent() claim: ClaimRow, @Context() context: RequestContext) {
    return loadOne(context, readArticles, claim.articleId);
  }
}

/** What this room adds to an article. */
@Resolver('Article')
export class ArticleSubjectsResolver {
  @ResolveField()
  async quotes(@Parent() article: ArticleRow, @Args() args: ArticleQuotesArgs, @Context() { read }: RequestContext) {
    const { id, versionNumber } = article;
    const page = readPageRequest(args, { list: `quotes ${id} ${versionNumber}`, parts: ['integer', 'id'] });
    const rows = await read((tx) => pageOfQuotes(tx, subjectPage(article, page)));
    return toConnection(
      page,
      rows,
      (row) => [row.position, row.id],
      () => read((tx) => countQuotes(tx, id, versionNumber)),
    );
  }

  @ResolveField()
  async claims(@Parent() article: ArticleRow, @Args() args: ArticleClaimsArgs, @Context() { read }: RequestContext) {
    const { id, versionNumber } = article;
    const page = readPageRequest(args, { list: `claims ${id} ${versionNumber}`, parts: ['integer', 'id'] });
    const rows = await read((tx) => pageOfClaims(tx, subjectPage(article, page)));
    return toConnection(
      page,
      rows,
      (row) => [row.position, row.id],
      () => read((tx) => countClaims(tx, id, versionNumber)),
    );
  }
}

const subjectPage = (article: ArticleRow, page: ReturnType<typeof readPageRequest>) => ({
  articleId: article.id,
  versionNumber: article.versionNumber,
  after: page.after && { position: Number(page.after[0]), id: String(page.after[1]) },
  limit: page.first + 1,
});
