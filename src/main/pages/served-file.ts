import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

const compress = promisify(gzip);

interface Content {
  readonly plain: Buffer;
  readonly compressed: Buffer;
  readonly tag: string;
}

/**
 * Serves one file under one address, read and compressed at its first request and kept. Each is named where it is added:
 * no part of an address ever becomes part of a path.
 */
export function serveFile(fastify: FastifyInstance, url: string, path: string, type: string): void {
  let content: Promise<Content> | null = null;
  fastify.get(url, async (request, reply) => {
    content ??= load(path).catch((error: unknown) => {
      content = null;
      throw error;
    });
    const { plain, compressed, tag } = await content;
    // Asked for again each time, so that a new release is seen at once; unchanged, nothing is sent.
    reply.headers({ 'cache-control': 'no-cache', etag: tag, vary: 'accept-encoding' }).type(type);
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return reply.send(plain);
    return reply.header('content-encoding', 'gzip').send(compressed);
  });
}

async function load(path: string): Promise<Content> {
  const plain = await readFile(path);
  const tag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  return { plain, compressed: await compress(plain), tag };
}
