import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PAGE_STYLE_HASH } from '../../fact-checks/fact-check-page.js';
import { PROJECT_FOLDER } from './documents.js';
import { pagePolicy } from './security-headers.js';

/** What `vite build` leaves there. */
const BUILT = join(PROJECT_FOLDER, 'dashboard/dist');

/**
 * The strictest policy that the desk can live with: nothing from elsewhere, and nothing inline but the style of public
 * pages, which it shows in a frame before they are published.
 */
const POLICY = pagePolicy({ image: "'self' data:", font: "'self'", style: `'self' ${PAGE_STYLE_HASH}` });

/** Addresses that belong to others: nothing unknown below them is ever answered with the desk. */
const NOT_THE_DESK = /^\/(graphql|graphiql|health|n|api|intake|metrics|documents|assets)(\/|$)/;

/**
 * The desk at /: files whose names change with their content are kept for good, its page is asked for anew each time. A
 * deep link is an address that only the desk knows: a browser that asks for a page gets the desk's.
 */
export function addDashboard(fastify: FastifyInstance): void {
  void fastify.register(fastifyStatic, {
    root: BUILT,
    serve: false,
    preCompressed: true,
    // The folder is made by the build; without it the pages say so.
    suppressWarnings: true,
  } as Parameters<typeof fastifyStatic>[1]);

  fastify.get<{ Params: { '*': string } }>('/assets/*', async (request, reply) =>
    reply.sendFile(`assets/${request.params['*']}`, { maxAge: '365d', immutable: true }),
  );
  for (const file of ['before-paint.js', 'icon.svg']) {
    fastify.get(`/${file}`, async (_request, reply) => {
      void reply.header('cache-control', 'no-cache');
      return reply.sendFile(file, { cacheControl: false });
    });
  }
  fastify.get('/*', async (request, reply) => {
    if (!asksForDesk(request)) return reply.callNotFound();
    return sendDesk(reply);
  });
}

function asksForDesk({ url, headers }: FastifyRequest): boolean {
  const path = url.split('?')[0]!;
  if (NOT_THE_DESK.test(path)) return false;
  // A browser names text/html when it opens a page; scripts, images and other programs do not.
  return path === '/' || (headers.accept ?? '').includes('text/html');
}

function sendDesk(reply: FastifyReply): FastifyReply {
  if (!existsSync(join(BUILT, 'index.html'))) {
    return reply.code(503).type('text/plain; charset=utf-8').send('The desk is not built: node scripts/prepare.mjs\n');
  }
  void reply.headers({ 'content-security-policy': POLICY, 'cache-control': 'no-cache' });
  return reply.sendFile('index.html', { cacheControl: false });
}
