import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { serveFile } from './served-file.js';

export const PROJECT_FOLDER = join(import.meta.dirname, '../../..');

export interface ServedDocument {
  /** Its path in the project, such as docs/decisions/0001-rooms.md. */
  readonly name: string;
  readonly url: string;
}

/** Serves README, changelog and what stands in docs/, as they are, and lists them. */
export function addDocuments(fastify: FastifyInstance): ServedDocument[] {
  const top = ['README.md', 'CHANGELOG.md'].filter((name) => existsSync(join(PROJECT_FOLDER, name)));
  const documents = [...top, ...filesOfDocs()].map((name) => ({ name, url: `/documents/${name}` }));
  for (const { name, url } of documents)
    serveFile(fastify, url, join(PROJECT_FOLDER, name), 'text/plain; charset=utf-8');
  return documents;
}

function filesOfDocs(): string[] {
  const folder = join(PROJECT_FOLDER, 'docs');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `docs/${file.replaceAll('\\', '/')}`)
    .filter((file) => /^[\w/-]+\.(md|graphql)$/.test(file))
    .sort();
}
