import type { FastifyReply } from 'fastify';
import { PAGE_POLICY, renderNotFoundPage } from './fact-check-page.js';

/** Headers of what anybody may read, by its kind. Documents may be read by scripts of any site; pages are looked at. */
export const HTML = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PAGE_POLICY };
export const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8', 'access-control-allow-origin': '*' };
export const RSS = { 'content-type': 'application/rss+xml; charset=utf-8', 'access-control-allow-origin': '*' };
export const XML = { 'content-type': 'application/xml; charset=utf-8' };

export const sendNoSuchPage = (reply: FastifyReply): FastifyReply =>
  reply.headers(HTML).code(404).header('cache-control', 'no-cache').send(renderNotFoundPage());
