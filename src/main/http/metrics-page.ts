import { timingSafeEqual, createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';
import type { Metrics } from '../../platform/metrics.js';

/** What a proxy adds to what it passes on; whoever asks through one does not ask from this machine. */
const MARKS_OF_PROXIES = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'];

/** Numbers for Prometheus, for this machine itself or whoever has the token. */
export function addMetricsPage(fastify: FastifyInstance, metrics: Metrics, token: string | null): void {
  fastify.get('/metrics', async (request, reply) => {
    if (!(token !== null && bears(request, token)) && !isFromHere(request)) {
      return reply.code(403).type('text/plain; charset=utf-8').send('From loopback, or with ISNAD_METRICS_TOKEN\n');
    }
    return reply
      .header('cache-control', 'no-store')
      .type(metrics.contentType)
      .send(await metrics.text());
  });
}

/** By the connection itself: request.ip is what a trusted proxy says. */
function isFromHere({ raw, headers }: FastifyRequest): boolean {
  const address = raw.socket.remoteAddress ?? '';
  const isLoopback = ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';
  return isLoopback && !MARKS_OF_PROXIES.some((name) => headers[name] !== undefined);
}

/** Compared by hash, so that neither length nor place of the first difference can be timed. */
function bears({ headers }: FastifyRequest, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`));
}
