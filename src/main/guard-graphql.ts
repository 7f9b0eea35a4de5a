import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Authenticator } from '../accounts/authenticator.js';
import { SignIn } from '../accounts/sign-in/sign-in.js';
import { failedAnswer, statusOf, toGraphqlError } from '../platform/graphql/graphql-errors.js';
import type { Log } from '../platform/log.js';
import { type ErrorCode, RequestError } from '../platform/request-error.js';
import { isSocketRequest } from './subscriptions.js';

/** Lets only requests with credentials reach /graphql, before their body is read. */
export function guardGraphql(fastify: FastifyInstance, nest: NestFastifyApplication, log: Log): void {
  const authenticator = nest.get(Authenticator);
  const signIn = nest.get(SignIn);
  fastify.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (!isGraphql(request)) return;
    if (isSocketRequest(request)) {
      // A key comes later, in connection_init; a cookie is here now, whichever page opened the socket.
      if (!request.headers.cookie || !signIn.isForeign(request.headers)) return;
      const message = 'A socket with a cookie must come from a page of this service';
      const failure = toGraphqlError(new RequestError('FORBIDDEN', message), request.id, log);
      // Taken out of the HTTP server's hands by its wish to become a socket, the connection is closed by nobody else.
      reply.raw.once('finish', () => request.raw.socket.destroySoon());
      return reply.code(403).send(failedAnswer([failure]));
    }
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

const isGraphql = (request: FastifyRequest): boolean => request.url.split('?')[0] === '/graphql';

function answer(request: FastifyRequest, reply: FastifyReply, error: unknown, log: Log) {
  const failure = toGraphqlError(error, request.id, log);
  return reply.code(statusOf(failure.extensions.code as ErrorCode)).send(failedAnswer([failure]));
}
