import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Authenticator } from '../accounts/authenticator.js';
import { ArticlesService } from '../articles/articles.service.js';
import { addIntakeRoutes } from '../integrations/intake/intake-routes.js';
import { PublicUrl } from '../platform/public-url.js';
import type { Foundations } from '../platform/platform.module.js';
import { answerOnce } from './answer-once.js';
import { AppModule } from './app.module.js';
import { guardGraphql } from './guard-graphql.js';
import { NestLog } from './nest-log.js';
import { addPages } from './pages/add-pages.js';
import { addSecurityHeaders } from './pages/security-headers.js';
import { Readiness } from './readiness.js';
import { RethrowFilter } from './rethrow.filter.js';

/** 200,000 UTF-16 code units, each written as a six-character escape, with room for the rest of a request. */
const LARGEST_BODY = 5 * 1024 * 1024;

export interface App {
  readonly nest: NestFastifyApplication;
  readonly fastify: FastifyInstance;
  readonly readiness: Readiness;
}

/** Puts the application together; it neither listens nor runs jobs before `init` or `listen` is called on it. */
export async function createApp(foundations: Foundations): Promise<App> {
  const adapter = new FastifyAdapter({ bodyLimit: LARGEST_BODY, genReqId: () => crypto.randomUUID() });
  const nest = await NestFactory.create<NestFastifyApplication>(AppModule.with(foundations), adapter, {
    logger: new NestLog(foundations.log),
    abortOnError: false,
  });
  nest.useGlobalFilters(new RethrowFilter());
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  const readiness = new Readiness();
  addSecurityHeaders(fastify);
  if (foundations.config.role !== 'worker') {
    guardGraphql(fastify, nest, foundations.log);
    answerOnce(fastify, foundations.log);
    addIntakeRoutes(fastify, {
      authenticator: nest.get(Authenticator),
      articles: nest.get(ArticlesService),
      publicUrl: nest.get(PublicUrl),
      log: foundations.log,
    });
  }
  addPages(fastify, foundations, readiness);
  return { nest, fastify, readiness };
}
