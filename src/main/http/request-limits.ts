import type { DocumentNode, GraphQLSchema } from 'graphql';
import { RateLimiter } from '../../platform/limits/rate-limiter.js';
import { checkCost } from '../../platform/limits/query-cost.js';
import { forgetSpent, tellByPostgres } from '../../platform/limits/tell-by-postgres.js';
import type { Metrics } from '../../platform/metrics.js';
import type { Foundations } from '../../platform/platform.module.js';
import { RequestError } from '../../platform/request-error.js';
import type { FastifyRequest } from 'fastify';
import type { Viewer } from '../../accounts/viewer.js';
import { isKnown, unknown } from './known-operations.js';
import { subjectOf } from './limit-rates.js';
import { SocketLimits } from './socket-limits.js';

const FORGET_EVERY_MS = 3_600_000;

/** What one process holds its clients to, whichever way they come. */
export class RequestLimits {
  readonly limiter: RateLimiter;
  readonly sockets = new SocketLimits();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly foundations: Foundations,
    private readonly metrics: Metrics,
  ) {
    const { database, log } = foundations;
    const warn = (error: unknown) => log.warn({ error: String(error) }, 'rates cannot be shared, holding them here');
    this.limiter = new RateLimiter(tellByPostgres(database.pool), warn);
    this.limiter.start();
    this.timer = setInterval(() => void forgetSpent(database.pool).catch(warn), FORGET_EVERY_MS).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.limiter.stop();
  }

  /** Before an operation runs. Throws QUERY_TOO_COMPLEX. */
  checkOperation(schema: GraphQLSchema, document: DocumentNode, variables?: Readonly<Record<string, unknown>>): void {
    checkCost(schema, document, variables);
  }

  /** Before a subscription's document is read. Throws BAD_USER_INPUT where only known operations run. */
  checkSource(source: string): void {
    if (!isKnown(this.foundations.config.exposure, source)) {
      throw unknown('Only operations that this service knows are run here');
    }
  }

  /** Before a subscription begins: it counts as a request of its viewer's. Throws RATE_LIMITED. */
  admitSubscription(request: FastifyRequest, viewer: Viewer): void {
    this.sockets.admit(request, viewer);
    const { rate } = this.foundations.config.exposure;
    const wait = rate ? this.limiter.spend(subjectOf(viewer), rate) : 0;
    if (wait === 0) return;
    this.metrics.countRateLimited('socket');
    throw new RequestError('RATE_LIMITED', `Too many requests: ask again in ${wait} s`, { retryAfter: wait });
  }
}
