import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Log } from '../../platform/log.js';
import type { Metrics } from '../../platform/metrics.js';
import { onBehalfOf, type RequestTrace } from '../../platform/request-trace.js';
import { isSocketRequest } from '../subscriptions.js';

const traces = new WeakMap<FastifyRequest, RequestTrace>();

/**
 * Gives each request a number, which its answer and each of its log lines carry, and an end to its time; counts it when
 * it is answered. A socket lives as long as it likes; each of its reads has the time of a request.
 */
export function traceRequests(
  fastify: FastifyInstance,
  { log, metrics, timeoutMs }: { log: Log; metrics: Metrics; timeoutMs: number },
): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    const deadline = isSocketRequest(request) ? null : Date.now() + timeoutMs;
    const trace = { requestId: request.id, timeoutMs, deadline };
    traces.set(request, trace);
    onBehalfOf(trace, done);
  });
  // The body's arrival is an event of the socket, which knows nothing of the request: from here on it does again.
  fastify.addHook('preValidation', (request, _reply, done) => {
    const trace = traces.get(request);
    if (trace) onBehalfOf(trace, done);
    else done();
  });
  fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const [status, seconds] = [reply.statusCode, reply.elapsedTime / 1_000];
    metrics.countRequest({ method: request.method, route, status, seconds });
    log.debug({ requestId: request.id, method: request.method, route, status, seconds }, 'answered');
  });
}
