import type { MercuriusDriverConfig } from '@nestjs/mercurius';
import type { FastifyRequest } from 'fastify';
import { type DocumentNode, type GraphQLSchema, specifiedRules, validate, type ValidationRule } from 'graphql';
import type { Authenticator } from '../accounts/authenticator.js';
import { newRequestContext } from '../accounts/request-context.js';
import { toGraphqlError } from '../platform/graphql/graphql-errors.js';
import type { Log } from '../platform/log.js';
import { OpenSockets, type Socket } from './open-sockets.js';
import { RequestError } from '../platform/request-error.js';
import type { RequestLimits } from './http/request-limits.js';

const KEEP_ALIVE_MS = 25_000;

interface SocketContext {
  readonly socket: Socket;
  readonly request: FastifyRequest;
  /** What came with connection_init. */
  readonly _connectionInit?: { readonly authorization?: unknown };
}

/**
 * Subscriptions over graphql-transport-ws on /graphql. A browser cannot set headers on a socket, so that credentials
 * come in connection_init, or by the session cookie; each subscription is held against them when it begins, and every
 * few seconds after.
 */
export function subscriptionOptions(
  authenticator: Authenticator,
  log: Log,
  limits: RequestLimits,
  rules: readonly ValidationRule[],
): Pick<MercuriusDriverConfig, 'subscription' | 'hooks'> {
  const sockets = new OpenSockets(authenticator, log);
  return {
    subscription: {
      keepAlive: KEEP_ALIVE_MS,
      context: (socket: unknown) => ({ socket }) as unknown as Record<string, unknown>,
    },
    hooks: {
      preSubscriptionParsing: async (_schema: GraphQLSchema, source: string, context: object) => {
        const { request } = context as SocketContext;
        inGraphqlForm(request, log, () => limits.checkSource(source));
      },
      // Mercurius validates queries and mutations, but no subscription.
      preSubscriptionExecution: async (schema: GraphQLSchema, document: DocumentNode, context: object) => {
        const { request, socket, _connectionInit } = context as SocketContext;
        const given = _connectionInit?.authorization ?? request.headers.authorization;
        // A cookie came with the request that opened the socket, from a page of this service (guard-graphql).
        const headers = given === undefined ? request.headers : { authorization: String(given) };
        const viewer = await authenticator.identify(headers);
        if (!viewer) {
          const message = 'Sign in, or send an API key in connection_init: { "authorization": "Bearer isnad_…" }';
          throw toGraphqlError(new RequestError('UNAUTHENTICATED', message), request.id, log);
        }
        sockets.hold(socket, headers, viewer);
        const [fault] = validate(schema, document, [...specifiedRules, ...rules]);
        if (fault) throw toGraphqlError(fault, request.id, log);
        inGraphqlForm(request, log, () => {
          limits.checkOperation(schema, document);
          limits.admitSubscription(request, viewer);
        });
        Object.assign(
          context,
          newRequestContext(viewer, (work) => viewer.newsroom.transaction(work)),
          { requestId: request.id },
        );
      },
    },
  };
}

function inGraphqlForm(request: FastifyRequest, log: Log, check: () => void): void {
  try {
    check();
  } catch (error) {
    throw toGraphqlError(error, request.id, log);
  }
}

/** Whether a request opens a socket: by the two headers by which Node takes it for one, and no other way. */
export function isSocketRequest({ headers }: FastifyRequest): boolean {
  const connection = (headers.connection ?? '').toLowerCase().split(',');
  return connection.some((token) => token.trim() === 'upgrade') && headers.upgrade?.toLowerCase() === 'websocket';
}
