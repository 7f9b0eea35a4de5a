import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { serveFile } from './served-file.js';

export const PROJECT_FOLDER = join(import.meta.dirname, '../../..');

/** Serves README, changelog and what stands in docs/, as they are, below /documents/. */
export function addDocuments(fastify: FastifyInstance): void {
  const top = ['README.md', 'CHANGELOG.md'].filter((name) => existsSync(join(PROJECT_FOLDER, name)));
  for (const name of [...top, ...filesOfDocs()]) {
    serveFile(fastify, `/documents/${name}`, join(PROJECT_FOLDER, name), 'text/plain; charset=utf-8');
  }
}

function filesOfDocs(): string[] {
  const folder = join(PROJECT_FOLDER, 'docs');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `docs/${file.replaceAll('\\', '/')}`)
    .filter((file) => /^[\w/-]+\.(md|graphql)$/.test(file))
    .sort();
}
