import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../../platform/config/config.js';
import { SAMPLES } from '../demo.js';
import { chooseLanguage, PAGE_LANGUAGES } from './choose-language.js';
import { PROJECT_FOLDER, type ServedDocument } from './documents.js';
import { homePage } from './home-page.js';
import { pagePolicy } from './security-headers.js';
import { serveFile } from './served-file.js';

const STATIC = join(import.meta.dirname, 'static');
const POLICY = pagePolicy({ image: "'self'" });

/** The page at /: what runs, where to go from here, and the sample article for whoever has a key. */
export function addHome(fastify: FastifyInstance, config: Config, documents: readonly ServedDocument[]): void {
  serveFile(fastify, '/home/home.js', join(STATIC, 'home.js'), 'text/javascript; charset=utf-8');
  serveFile(fastify, '/home/home.css', join(STATIC, 'home.css'), 'text/css; charset=utf-8');
  serveFile(fastify, '/home/icon.svg', join(STATIC, 'icon.svg'), 'image/svg+xml');
  const { name, version } = readPackage();
  const pages = new Map(
    PAGE_LANGUAGES.map((language) => {
      const sample = SAMPLES.find((each) => String(each.language) === language) ?? SAMPLES[0];
      const facts = {
        name,
        version,
        role: config.role,
        embedded: config.databaseUrl === null,
        queueBackend: config.redisUrl ? 'Redis' : 'PostgreSQL',
        documents,
        sample: sample.externalId,
      };
      return [language, homePage(language, facts)];
    }),
  );
  fastify.get<{ Querystring: { lang?: unknown } }>('/', async (request, reply) => {
    const language = chooseLanguage(request.query.lang, request.headers['accept-language']);
    return reply
      .headers({
        'content-security-policy': POLICY,
        'content-language': language,
        'cache-control': 'no-cache',
        vary: 'accept-language',
      })
      .type('text/html; charset=utf-8')
      .send(pages.get(language));
  });
}

const readPackage = () =>
  JSON.parse(readFileSync(join(PROJECT_FOLDER, 'package.json'), 'utf8')) as { name: string; version: string };
