import { join } from 'node:path';
import type { MercuriusDriverConfig } from '@nestjs/mercurius';
import type { FastifyRequest } from 'fastify';
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
} from 'graphql';
import type { Authenticator } from '../accounts/authenticator.js';
import { newRequestContext, type RequestContext } from '../accounts/request-context.js';
import type { Viewer } from '../accounts/viewer.js';
import { SharedReads } from '../platform/database/shared-reads.js';
import { asksOnlyToRead, MOST_TOKENS } from '../platform/graphql/operation-kind.js';
import { failedAnswer, statusOf, toGraphqlError } from '../platform/graphql/graphql-errors.js';
import { dateTimeScalar, jsonScalar } from '../platform/graphql/scalars.js';
import type { Log } from '../platform/log.js';
import type { ErrorCode } from '../platform/request-error.js';
import type { RequestLimits } from './http/request-limits.js';
import { subscriptionOptions } from './subscriptions.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on /graphql before the body is read; a request without credentials gets no further. */
    viewer?: Viewer;
    sharedReads?: SharedReads;
  }
}

/** A query's reads share a transaction, given back when the answer is out; a mutation's come each after what it wrote. */
function requestContext(request: FastifyRequest) {
  const viewer = request.viewer!;
  const shared = new SharedReads(viewer.newsroom);
  request.sharedReads = shared;
  const query = (request.body as { query?: unknown } | null)?.query;
  const apart: RequestContext['read'] = (work) => viewer.newsroom.transaction(work);
  const read: RequestContext['read'] = asksOnlyToRead(query) ? (work) => shared.read(work) : apart;
  return { ...newRequestContext(viewer, read), requestId: request.id };
}

const DEEPEST_QUERY = 15;

/** Mercurius as Isnad runs it: the contract of every room, one context a request, failures in the promised form. */
export function graphqlOptions(
  authenticator: Authenticator,
  log: Log,
  limits: RequestLimits,
  { introspection }: { introspection: boolean },
): MercuriusDriverConfig {
  const rules = introspection ? [] : [NoSchemaIntrospectionCustomRule];
  const { hooks, ...subscription } = subscriptionOptions(authenticator, log, limits, rules);
  return {
    ...subscription,
    hooks: {
      ...hooks,
      preExecution: async (schema: GraphQLSchema, document: DocumentNode, _context: object, variables?: object) =>
        limits.checkOperation(schema, document, (variables ?? {}) as Readonly<Record<string, unknown>>),
    },
    validationRules: rules,
    graphql: { parseOptions: { maxTokens: MOST_TOKENS } },
    typePaths: [join(import.meta.dirname, '../**/*.graphql')],
    resolvers: { DateTime: dateTimeScalar, JSON: jsonScalar },
    path: '/graphql',
    graphiql: false,
    queryDepth: DEEPEST_QUERY,
    context: requestContext,
    errorFormatter: (execution, context) => formatErrors(execution, context, log),
  };
}

function formatErrors(
  execution: ExecutionResult & Required<Pick<ExecutionResult, 'errors'>>,
  context: unknown,
  log: Log,
): { statusCode: number; response: ExecutionResult } {
  const requestId = requestIdOf(context);
  const errors = execution.errors
    // What validation found comes wrapped in one error.
    .flatMap((error) => wrappedErrors(error) ?? [error])
    .map((error) => toGraphqlError(markDepth(error), requestId, log));
  const statusCode = Math.max(...errors.map((error) => statusOf(error.extensions.code as ErrorCode)));
  return { statusCode, response: { ...failedAnswer(errors), data: execution.data ?? null } };
}

function wrappedErrors(error: GraphQLError): GraphQLError[] | null {
  const inner =
    (error.originalError as { errors?: unknown } | undefined)?.errors ?? (error as { errors?: unknown }).errors;
  return Array.isArray(inner) && inner.length ? inner.map(asGraphqlError) : null;
}

const asGraphqlError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError ? error : new GraphQLError((error as Error).message);

/** A query that is too deep, and a document that is too long, are told by their words alone. */
function markDepth(error: GraphQLError): GraphQLError {
  if (/contains more tha[nt] \d+ tokens/.test(error.message)) {
    return new GraphQLError(`The document has more than ${MOST_TOKENS} words and signs`, {
      extensions: { code: 'QUERY_TOO_COMPLEX' },
    });
  }
  return /exceeds maximum (operation|query) depth|query depth/i.test(error.message)
    ? new GraphQLError(`The query is deeper than ${DEEPEST_QUERY} levels`, {
        extensions: { code: 'QUERY_TOO_COMPLEX' },
      })
    : error;
}

function requestIdOf(context: unknown): string {
  const { requestId, reply } = (context ?? {}) as { requestId?: string; reply?: { request?: { id?: string } } };
  return String(requestId ?? reply?.request?.id ?? '');
}
