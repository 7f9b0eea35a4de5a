import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import { addSignInRoutes } from '../accounts/sign-in/sign-in-routes.js';
import { Metrics } from '../platform/metrics.js';
import { Authenticator } from '../accounts/authenticator.js';
import { ArticlesService } from '../articles/articles.service.js';
import { ArticlePreviews } from '../integrations/intake/article-previews.js';
import { addIntakeRoutes } from '../integrations/intake/intake-routes.js';
import { PublicUrl } from '../platform/public-url.js';
import type { Foundations } from '../platform/platform.module.js';
import { answerOnce } from './answer-once.js';
import { AppModule } from './app.module.js';
import { guardGraphql } from './guard-graphql.js';
import { checkOrigin } from './http/check-origin.js';
import { takeKnownOperations } from './http/known-operations.js';
import { admitViewer, limitAddresses, limitCredentials } from './http/limit-rates.js';
import { addMetricsPage } from './http/metrics-page.js';
import { RequestLimits } from './http/request-limits.js';
import { traceRequests } from './http/trace-requests.js';
import { NestLog } from './nest-log.js';
import { addPages } from './pages/add-pages.js';
import { addSecurityHeaders } from './pages/security-headers.js';
import { Readiness } from './readiness.js';
import { RethrowFilter } from './rethrow.filter.js';

/** 200,000 UTF-16 code units, each written as a six-character escape, with room for the rest of a request. */
const LARGEST_BODY = 5 * 1024 * 1024;

/** Within which a request must have come in whole, so that slow senders cannot hold connections for ever. */
const SLOWEST_UPLOAD_MS = 120_000;

export interface App {
  readonly nest: NestFastifyApplication;
  readonly fastify: FastifyInstance;
  readonly readiness: Readiness;
}

/** Puts the application together; it neither listens nor runs jobs before `init` or `listen` is called on it. */
export async function createApp(given: Foundations): Promise<App> {
  const metrics = new Metrics(given.database);
  const foundations = { ...given, metrics };
  const { config, log } = foundations;
  const limits = new RequestLimits(foundations, metrics);
  const adapter = new FastifyAdapter({
    bodyLimit: LARGEST_BODY,
    requestTimeout: SLOWEST_UPLOAD_MS,
    genReqId: () => crypto.randomUUID(),
    ...(config.exposure.trustProxy ? { trustProxy: config.exposure.trustProxy } : {}),
  });
  const nest = await NestFactory.create<NestFastifyApplication>(AppModule.with(foundations, { limits }), adapter, {
    logger: new NestLog(foundations.log),
    abortOnError: false,
  });
  nest.useGlobalFilters(new RethrowFilter());
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  const readiness = new Readiness();
  traceRequests(fastify, { log, metrics, timeoutMs: config.exposure.requestTimeoutMs });
  addSecurityHeaders(fastify, config.publicUrl);
  addMetricsPage(fastify, metrics, config.exposure.metricsToken);
  if (config.role !== 'worker') await addApi(fastify, nest, foundations, limits);
  fastify.addHook('onClose', () => limits.stop());
  addPages(fastify, foundations, readiness);
  return { nest, fastify, readiness };
}

/** What stands before /graphql, in the order in which a request meets it. */
async function addApi(
  fastify: FastifyInstance,
  nest: NestFastifyApplication,
  { config, log, metrics }: Foundations & { metrics: Metrics },
  { limiter, sockets }: RequestLimits,
): Promise<void> {
  const { exposure, publicUrl } = config;
  // First, since it is what ends the connection of a socket that is refused by any of the others.
  await sockets.register(fastify);
  const limits = exposure.rate && { limiter, rate: exposure.rate, metrics, log };
  if (limits) limitAddresses(fastify, limits);
  if (exposure.corsOrigins.length > 0) {
    const exposedHeaders = ['x-request-id', 'retry-after', 'idempotency-replayed'];
    await fastify.register(cors, { origin: [...exposure.corsOrigins], credentials: true, maxAge: 600, exposedHeaders });
  }
  checkOrigin(fastify, { publicUrl, corsOrigins: exposure.corsOrigins }, log);
  guardGraphql(fastify, nest, log);
  if (limits) limitCredentials(fastify, limits);
  takeKnownOperations(fastify, exposure, log);
  answerOnce(fastify, log);
  addSignInRoutes(fastify, nest);
  addIntakeRoutes(fastify, {
    authenticator: nest.get(Authenticator),
    articles: nest.get(ArticlesService),
    previews: nest.get(ArticlePreviews),
    publicUrl: nest.get(PublicUrl),
    admit: (viewer) => limits && admitViewer(viewer, limits),
    log,
  });
}
