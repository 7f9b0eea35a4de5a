import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Authenticator } from '../accounts/authenticator.js';
import { failedAnswer, statusOf, toGraphqlError } from '../platform/graphql/graphql-errors.js';
import type { Log } from '../platform/log.js';
import { type ErrorCode, RequestError } from '../platform/request-error.js';
import { isGraphql } from './http/refuse.js';
import { isSocketRequest } from './subscriptions.js';

/** Lets only requests with credentials reach /graphql, before their body is read. */
export function guardGraphql(fastify: FastifyInstance, nest: NestFastifyApplication, log: Log): void {
  const authenticator = nest.get(Authenticator);
  fastify.addHook('onRequest', async (request, reply) => {
    // A socket brings its credentials later, in connection_init.
    // What a browser asks before it sends the request itself carries no credentials.
    if (!isGraphql(request) || isSocketRequest(request) || request.method === 'OPTIONS') return;
    const viewer = await authenticator.identify(request.headers);
    if (!viewer) {
      const message = 'Sign in, or send an API key: Authorization: Bearer isnad_…';
      return answer(request, reply, new RequestError('UNAUTHENTICATED', message), log);
    }
    request.viewer = viewer;
  });
  // Also when the client went away before its answer.
  fastify.addHook('onResponse', async (request) => request.sharedReads?.end());
}

function answer(request: FastifyRequest, reply: FastifyReply, error: unknown, log: Log) {
  const failure = toGraphqlError(error, request.id, log);
  return reply.code(statusOf(failure.extensions.code as ErrorCode)).send(failedAnswer([failure]));
}
