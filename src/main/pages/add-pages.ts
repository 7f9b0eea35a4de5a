import type { FastifyInstance } from 'fastify';
import type { Foundations } from '../../platform/platform.module.js';
import type { Readiness } from '../readiness.js';
import { addDashboard } from './dashboard.js';
import { addDocuments } from './documents.js';
import { addGraphiql } from './graphiql.js';
import { addHealth } from './health.js';

/** What can be reached without credentials: of a worker only its probes. */
export function addPages(fastify: FastifyInstance, foundations: Foundations, readiness: Readiness): void {
  addHealth(fastify, foundations, readiness);
  if (foundations.config.role === 'worker') return;
  addDocuments(fastify);
  addGraphiql(fastify, foundations.config.exposure);
  addDashboard(fastify);
}
