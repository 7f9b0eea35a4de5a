import type { FastifyInstance } from 'fastify';

/** A page's own sources beside those that no page may use; "none" where a kind is left out. */
export interface PageSources {
  readonly style?: string;
  readonly font?: string;
  readonly image?: string;
}

/** What an answer that is no page may do in a browser: nothing. */
const NOT_A_PAGE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Puts the headers on every answer; a page sets its own Content-Security-Policy in their place. */
export function addSecurityHeaders(fastify: FastifyInstance, publicUrl: string | null): void {
  // Said only where TLS is: over plain HTTP browsers ignore it, and a desk on localhost must not be locked out.
  const strict = publicUrl?.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {};
  fastify.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'content-security-policy': NOT_A_PAGE,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'permissions-policy': 'camera=(), geolocation=(), microphone=()',
      ...strict,
    });
  });
}

/** The policy of a page: scripts from files of this origin alone, and no request to any other. */
export function pagePolicy({ style = "'self'", font = "'none'", image = "'none'" }: PageSources = {}): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${style}`,
    `font-src ${font}`,
    `img-src ${image}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
