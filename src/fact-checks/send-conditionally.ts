import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import fresh from 'fresh';

/**
 * Sends a public document with its ETag and, where it is known, the time of its last change; 304 without a body to who
 * has it already. Asked for anew each time, so that a correction or a retraction is seen at once.
 */
export function sendConditionally(
  request: FastifyRequest,
  reply: FastifyReply,
  body: string,
  modifiedAt: Date | null,
): FastifyReply {
  const headers = {
    'cache-control': 'no-cache',
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
    ...(modifiedAt ? { 'last-modified': modifiedAt.toUTCString() } : {}),
  };
  reply.headers(headers);
  return fresh(request.headers, headers) ? reply.code(304).removeHeader('content-type').send() : reply.send(body);
}
