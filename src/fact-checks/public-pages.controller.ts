import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Newsroom } from '../generated/prisma/client.js';
import { Database } from '../platform/database/database.js';
import { isId } from '../platform/ids.js';
import { PublicUrl } from '../platform/public-url.js';
import { renderCard } from './card-page.js';
import { CARD_POLICY } from './fact-check-page.js';
import { listPublished } from './fact-checks.store.js';
import { renderContactPage, renderIndexPage, renderMethodPage } from './newsroom-pages.js';
import { ninjsOf } from './ninjs-of.js';
import { HTML, JSON_TYPE, sendNoSuchPage, XML } from './public-answers.js';
import { pageOf, PublishedLists, readPublicPage, stretchOf } from './published-lists.js';
import { sendConditionally } from './send-conditionally.js';
import { buildSitemap, buildSitemapIndex, readSitemapPart, readSitemapParts } from './sitemap.js';

const INDEX_PAGE = 50;

/** Where readers and search engines go around among what is published. No credentials are asked for. */
@Controller('n/:newsroom')
export class PublicPagesController {
  constructor(
    private readonly database: Database,
    private readonly lists: PublishedLists,
    private readonly publicUrl: PublicUrl,
  ) {}

  @Get('fact-checks')
  async index(
    @Param('newsroom') slug: string,
    @Query('after') after: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const page = readPublicPage(after, { list: 'public fact-checks', first: INDEX_PAGE });
    const found = page && (await this.lists.find(slug, (tx) => listPublished(tx, slug, stretchOf(page))));
    if (!found) return sendNoSuchPage(reply);
    const { nodes, pageInfo } = pageOf(page, found.published, ({ publishedAt }) => publishedAt);
    const places = {
      here: typeof after === 'string' ? after : null,
      next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    };
    const body = renderIndexPage(found.newsroom, nodes, places, this.publicUrl.base);
    // A retraction changes it by what is no longer in it: only the hash tells of that.
    return sendConditionally(request, reply.headers(HTML), body, null);
  }

  @Get('method')
  method(@Param('newsroom') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.sendPage(slug, request, reply, renderMethodPage);
  }

  @Get('contact')
  contact(@Param('newsroom') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.sendPage(slug, request, reply, renderContactPage);
  }

  /** The one page that others may frame. */
  @Get('fact-checks/:slug/card')
  async card(
    @Param('newsroom') newsroom: string,
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const published = await this.lists.one(newsroom, slug);
    if (!published) return sendNoSuchPage(reply);
    reply.headers({ ...HTML, 'content-security-policy': CARD_POLICY }).removeHeader('x-frame-options');
    const body = renderCard(published, this.publicUrl.base);
    return sendConditionally(request, reply, body, published.factCheck.updatedAt);
  }

  @Get('fact-checks/:slug/ninjs.json')
  async ninjs(
    @Param('newsroom') newsroom: string,
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const published = await this.lists.one(newsroom, slug);
    reply.headers(JSON_TYPE);
    if (!published) return reply.code(404).send({ error: 'No such fact-check' });
    const body = JSON.stringify(ninjsOf(published, this.publicUrl.base));
    return sendConditionally(request, reply, body, published.factCheck.updatedAt);
  }

  @Get('sitemap.xml')
  async sitemap(@Param('newsroom') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const newsroom = await this.lists.newsroom(slug);
    if (!newsroom) return sendNoSuchPage(reply);
    const { id } = newsroom;
    const parts = await this.database.forSystem('published').transaction((tx) => readSitemapParts(tx, id));
    return sendConditionally(
      request,
      reply.headers(XML),
      buildSitemapIndex(newsroom, parts, this.publicUrl.base),
      null,
    );
  }

  @Get('sitemap-page.xml')
  async sitemapPage(
    @Param('newsroom') slug: string,
    @Query('from') from: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const newsroom = await this.lists.newsroom(slug);
    if (!newsroom || (from !== undefined && !(typeof from === 'string' && isId(from)))) return sendNoSuchPage(reply);
    const read = (first: string) =>
      this.database.forSystem('published').transaction((tx) => readSitemapPart(tx, newsroom.id, first));
    const factChecks = from === undefined ? null : await read(from);
    // Sitemaps have no empty file.
    if (factChecks?.length === 0) return sendNoSuchPage(reply);
    return sendConditionally(
      request,
      reply.headers(XML),
      buildSitemap(newsroom, factChecks, this.publicUrl.base),
      null,
    );
  }

  private async sendPage(
    slug: string,
    request: FastifyRequest,
    reply: FastifyReply,
    render: (newsroom: Newsroom, base: string) => string,
  ) {
    const newsroom = await this.lists.newsroom(slug);
    if (!newsroom) return sendNoSuchPage(reply);
    return sendConditionally(request, reply.headers(HTML), render(newsroom, this.publicUrl.base), null);
  }
}
