import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { findNewsroomBySlug } from '../accounts/accounts.store.js';
import { Database } from '../platform/database/database.js';
import { PublicUrl } from '../platform/public-url.js';
import { buildClaimReviewFeed } from './claim-review-feed.js';
import { PAGE_POLICY, renderFactCheckPage, renderNotFoundPage } from './fact-check-page.js';
import { findPublished, listPublished, type Published } from './fact-checks.store.js';

const LONGEST_FEED = 1_000;

/** What anybody may read: no credentials are asked for, and the database shows nothing but what is published. */
@Controller('n/:newsroom')
export class PublishedController {
  constructor(
    private readonly database: Database,
    private readonly publicUrl: PublicUrl,
  ) {}

  @Get('fact-checks/:slug')
  async page(@Param('newsroom') newsroom: string, @Param('slug') slug: string, @Res() reply: FastifyReply) {
    const published = await this.database.forSystem('published').transaction((tx) => findPublished(tx, newsroom, slug));
    return reply
      .code(published ? 200 : 404)
      .headers({ ...HEADERS, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PAGE_POLICY })
      .send(published ? renderFactCheckPage(published, this.publicUrl.base) : renderNotFoundPage());
  }

  @Get('feeds/claimreview.json')
  async feed(@Param('newsroom') newsroom: string, @Res() reply: FastifyReply) {
    const published = await this.list(newsroom);
    reply.code(published ? 200 : 404).headers({ ...HEADERS, 'access-control-allow-origin': '*' });
    return reply.send(published ? buildClaimReviewFeed(published, this.publicUrl.base) : { error: 'No such feed' });
  }

  /** Null where there is no such newsroom; one that has not published yet has an empty list. */
  private async list(newsroom: string): Promise<readonly Published[] | null> {
    const found = await this.database
      .forSystem('published')
      .transaction((tx) => listPublished(tx, newsroom, LONGEST_FEED));
    if (found) return found;
    const known = await this.database.forSystem('directory').transaction((tx) => findNewsroomBySlug(tx, newsroom));
    return known ? [] : null;
  }
}

/** Asked for anew each time, so that a correction or a retraction is seen at once. */
const HEADERS = { 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' };
