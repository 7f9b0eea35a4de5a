import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../../accounts/request-context.js';
import type { QueryPreviewArticleArgs } from '../../generated/graphql.js';
import { ArticlePreviews } from './article-previews.js';

@Resolver('ArticlePreview')
export class PreviewResolver {
  constructor(private readonly previews: ArticlePreviews) {}

  @Query()
  previewArticle(@Args() { input }: QueryPreviewArticleArgs, @Context() { viewer }: RequestContext) {
    return this.previews.preview(viewer, input);
  }
}
