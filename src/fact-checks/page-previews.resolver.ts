import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { readNewsrooms } from '../accounts/accounts.store.js';
import { loadOne, type RequestContext } from '../accounts/request-context.js';
import type { QueryCorrectionPreviewArgs, QueryPublicationPreviewArgs } from '../generated/graphql.js';
import { PublicUrl } from '../platform/public-url.js';
import { renderEmbed } from './card-page.js';
import { renderFactCheckPage } from './fact-check-page.js';
import { type FactCheckRow, readEditions } from './fact-checks.store.js';
import { PagePreviewsService } from './page-previews.service.js';

@Resolver()
export class PagePreviewsResolver {
  constructor(private readonly service: PagePreviewsService) {}

  @Query()
  publicationPreview(@Args() { taskId, input }: QueryPublicationPreviewArgs, @Context() context: RequestContext) {
    return context.read((tx) => this.service.ofPublication(tx, context.viewer, taskId, input ?? {}));
  }

  @Query()
  correctionPreview(@Args() { input }: QueryCorrectionPreviewArgs, @Context() context: RequestContext) {
    return context.read((tx) => this.service.ofCorrection(tx, input));
  }
}

@Resolver('FactCheck')
export class FactCheckPageResolver {
  constructor(private readonly publicUrl: PublicUrl) {}

  @ResolveField()
  async embedHtml(@Parent() factCheck: FactCheckRow, @Context() context: RequestContext): Promise<string> {
    const newsroom = (await loadOne(context, readNewsrooms, factCheck.newsroomId))!;
    const editions = (await loadOne(context, readEditions, factCheck.id))!;
    return renderEmbed({ factCheck, newsroom, editions }, this.publicUrl.base);
  }

  @ResolveField()
  async html(@Parent() factCheck: FactCheckRow, @Context() context: RequestContext): Promise<string> {
    const newsroom = (await loadOne(context, readNewsrooms, factCheck.newsroomId))!;
    const editions = (await loadOne(context, readEditions, factCheck.id))!;
    return renderFactCheckPage({ factCheck, newsroom, editions }, this.publicUrl.base);
  }
}
