import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicUrl } from '../platform/public-url.js';
import { buildClaimReviewFeed } from './claim-review-feed.js';
import { renderFactCheckPage } from './fact-check-page.js';
import { listChanges, listPublished } from './fact-checks.store.js';
import { HTML, JSON_TYPE, RSS, sendNoSuchPage } from './public-answers.js';
import { pageOf, PublishedLists, readPublicPage, stretchOf } from './published-lists.js';
import { buildRssFeed } from './rss-feed.js';
import { sendConditionally } from './send-conditionally.js';

const LONGEST_FEED = 1_000;
/** What readers' programs look through for what is new. */
const RSS_PAGE = 100;

/** What anybody may read: no credentials are asked for, and the database shows nothing but what is published. */
@Controller('n/:newsroom')
export class PublishedController {
  constructor(
    private readonly lists: PublishedLists,
    private readonly publicUrl: PublicUrl,
  ) {}

  @Get('fact-checks/:slug')
  async page(
    @Param('newsroom') newsroom: string,
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const published = await this.lists.one(newsroom, slug);
    if (!published) return sendNoSuchPage(reply);
    const page = renderFactCheckPage(published, this.publicUrl.base);
    return sendConditionally(request, reply.headers(HTML), page, published.factCheck.updatedAt);
  }

  @Get('feeds/claimreview.json')
  async feed(@Param('newsroom') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const found = await this.lists.find(slug, (tx) => listPublished(tx, slug, { take: LONGEST_FEED }));
    reply.headers(JSON_TYPE);
    if (!found) return reply.code(404).send({ error: 'No such feed' });
    const feed = JSON.stringify(buildClaimReviewFeed(found.published, this.publicUrl.base));
    // A retraction changes the feed by what is no longer in it: only the hash tells of that.
    return sendConditionally(request, reply, feed, null);
  }

  /** Of every language, or of the one that is asked for. */
  @Get('feeds/fact-checks.xml')
  async rss(
    @Param('newsroom') slug: string,
    @Query('language') asked: unknown,
    @Query('after') after: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const language = typeof asked === 'string' && /^[a-z]{2,3}$/.test(asked) ? asked : null;
    const page = readPublicPage(after, { list: `public changes ${language ?? ''}`, first: RSS_PAGE });
    const found = page && (await this.lists.find(slug, (tx) => listChanges(tx, slug, language, stretchOf(page))));
    if (!found) return reply.code(404).send({ error: 'No such feed' });
    reply.headers(RSS);
    const { newsroom } = found;
    const { nodes: published, pageInfo } = pageOf(page, found.published, ({ updatedAt }) => updatedAt);
    const next = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    const feed = buildRssFeed(published, { newsroom, language, next }, this.publicUrl.base);
    return sendConditionally(request, reply, feed, published[0]?.factCheck.updatedAt ?? null);
  }
}
