import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';
import type { Viewer } from '../../accounts/viewer.js';
import type { Rate } from '../../platform/config/exposure.js';
import type { RateLimiter } from '../../platform/limits/rate-limiter.js';
import type { Log } from '../../platform/log.js';
import type { Metrics } from '../../platform/metrics.js';
import { RequestError } from '../../platform/request-error.js';
import { refuse } from './refuse.js';

/** A newsroom behind one address: thirty people, each at their own limit. */
const PEOPLE_OF_ONE_ADDRESS = 30;

interface Limits {
  readonly limiter: RateLimiter;
  readonly rate: Rate;
  readonly metrics: Metrics;
  readonly log: Log;
}

/** Before anything is read: no address asks more than a whole newsroom does. Probes are never refused. */
export function limitAddresses(fastify: FastifyInstance, { limiter, rate, metrics, log }: Limits): void {
  const all = { perSecond: rate.perSecond * PEOPLE_OF_ONE_ADDRESS, burst: rate.burst * PEOPLE_OF_ONE_ADDRESS };
  fastify.addHook('onRequest', async (request, reply) => {
    if (/^\/(health|metrics)(\/|$)/.test(request.url)) return;
    const wait = limiter.spend(`address ${networkOf(request.ip)}`, all);
    if (wait === 0) return;
    metrics.countRateLimited('address');
    return tooMany(request, reply, wait, log);
  });
}

/** After it is known who asks. */
export function limitCredentials(fastify: FastifyInstance, { limiter, rate, metrics, log }: Limits): void {
  fastify.addHook('onRequest', async (request, reply) => {
    if (!request.viewer) return;
    const wait = limiter.spend(subjectOf(request.viewer), rate);
    if (wait === 0) return;
    metrics.countRateLimited('key');
    return tooMany(request, reply, wait, log);
  });
}

/** The same where a route knows its viewer before anything else does. Throws RATE_LIMITED. */
export function admitViewer(viewer: Viewer, { limiter, rate, metrics }: Limits): void {
  const wait = limiter.spend(subjectOf(viewer), rate);
  if (wait === 0) return;
  metrics.countRateLimited('key');
  throw tooOften(wait);
}

/** Each key has its own; a member's sessions share one. */
export const subjectOf = ({ memberId, apiKeyId }: Viewer): string => `viewer ${memberId ?? ''} ${apiKeyId ?? ''}`;

function tooMany(request: FastifyRequest, reply: FastifyReply, wait: number, log: Log) {
  return refuse(request, reply.header('retry-after', String(wait)), tooOften(wait), log);
}

const tooOften = (wait: number) =>
  new RequestError('RATE_LIMITED', `Too many requests: ask again in ${wait} s`, { retryAfter: wait });

/** Whom an address belongs to: of IPv6 the first 64 bits, since whoever has one has all that begin so. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed.kind() === 'ipv6' ? parsed.toByteArray().slice(0, 8).join('.') : parsed.toString();
}
