import type { FastifyInstance } from 'fastify';
import type { Foundations } from '../../platform/platform.module.js';
import type { Readiness } from '../readiness.js';

/** The probes: is the process alive, and can it do its work? */
export function addHealth(fastify: FastifyInstance, { database }: Foundations, readiness: Readiness): void {
  fastify.get('/health/live', async () => ({ status: 'ok' }));
  fastify.get('/health/ready', async (_request, reply) => {
    const up =
      readiness.isReady &&
      (await database.pool.query('select 1').then(
        () => true,
        () => false,
      ));
    return reply.code(up ? 200 : 503).send({ status: up ? 'ok' : 'unavailable' });
  });
}
