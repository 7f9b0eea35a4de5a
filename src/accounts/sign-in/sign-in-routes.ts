import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fromNodeHeaders } from 'better-auth/node';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Invitations } from '../invitations.service.js';
import { ADDRESS_HEADER, OIDC_PROVIDER, PASSWORD_LENGTH } from './auth.js';
import { SignIn } from './sign-in.js';
import { SignInAttempts } from './sign-in-attempts.js';

const BASE = '/api/auth';

/** The library's routes that are open. What it has beside them (signing up, changing addresses) stays closed. */
const READS = ['/get-session', `/callback/${OIDC_PROVIDER}`] as const;
/** Each with the fields of its body that are passed on. `guarded`: a failure counts against the client's address. */
const WRITES: Readonly<Record<string, { fields: readonly string[]; guarded?: true }>> = {
  '/sign-in/email': { fields: ['email', 'password', 'rememberMe'], guarded: true },
  '/sign-in/social': { fields: ['provider', 'callbackURL', 'errorCallbackURL'], guarded: true },
  '/two-factor/verify-totp': { fields: ['code'], guarded: true },
  '/two-factor/verify-backup-code': { fields: ['code'], guarded: true },
  '/two-factor/enable': { fields: ['password'], guarded: true },
  '/two-factor/disable': { fields: ['password'], guarded: true },
  '/two-factor/generate-backup-codes': { fields: ['password'], guarded: true },
  '/reset-password': { fields: ['token', 'newPassword'], guarded: true },
  '/change-password': { fields: ['currentPassword', 'newPassword', 'revokeOtherSessions'], guarded: true },
  '/sign-out': { fields: [] },
  '/revoke-sessions': { fields: [] },
  '/revoke-other-sessions': { fields: [] },
};

/** However long it takes to look somebody up, the answer takes as long: it does not tell whether they are known. */
const EVEN_ANSWER_MS = 200;

interface Services {
  get<T>(token: abstract new (...args: never[]) => T): T;
  get<T>(token: symbol): T;
}

/** The routes by which people sign in; with the published pages and probes the only ones that ask for no credentials. */
export function addSignInRoutes(fastify: FastifyInstance, services: Services): void {
  const routes = new SignInRoutes(
    services.get(SignIn),
    services.get(SignInAttempts),
    services.get(Invitations),
    services.get<Config>(CONFIG),
  );
  fastify.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith(`${BASE}/`)) return;
    reply.header('cache-control', 'no-store');
    // Neither may a page elsewhere sign anybody out, or in under another name.
    if (request.method === 'POST' && routes.isForeign(request)) {
      return refuse(reply, 403, 'INVALID_ORIGIN', 'This must come from a page of this service');
    }
  });
  for (const path of READS) fastify.get(BASE + path, (request, reply) => routes.pass(request, reply));
  for (const [path, { fields, guarded }] of Object.entries(WRITES)) {
    fastify.post(BASE + path, (request, reply) => routes.write(path, fields, guarded === true, request, reply));
  }
  fastify.get(`${BASE}/options`, () => routes.options());
  fastify.post(`${BASE}/request-password-reset`, (request, reply) => routes.requestReset(request, reply));
  fastify.get(`${BASE}/invitation`, (request, reply) => routes.invitation(request, reply));
  fastify.post(`${BASE}/accept-invitation`, (request, reply) => routes.accept(request, reply));
}

class SignInRoutes {
  constructor(
    private readonly signIn: SignIn,
    private readonly attempts: SignInAttempts,
    private readonly invitations: Invitations,
    private readonly config: Config,
  ) {}

  isForeign(request: FastifyRequest): boolean {
    return this.signIn.isForeign(request.headers);
  }

  options() {
    return { singleSignOn: this.config.singleSignOn !== null, passwordLength: PASSWORD_LENGTH };
  }

  async pass(request: FastifyRequest, reply: FastifyReply) {
    return answer(reply, await this.ask(request, request.url));
  }

  async write(path: string, fields: readonly string[], guarded: boolean, request: FastifyRequest, reply: FastifyReply) {
    const body = bodyOf(request);
    const passed = Object.fromEntries(fields.filter((field) => field in body).map((field) => [field, body[field]]));
    const account = path === '/sign-in/email' ? String(body['email'] ?? '') : null;
    if (guarded) {
      // The address first: one that is refused must not be able to lock other people's accounts.
      const wait =
        (await this.attempts.count('address', request.ip)) ??
        (account && (await this.attempts.count('account', account)));
      if (wait) return tooMany(reply, wait);
    }
    const response = await this.ask(request, BASE + path, passed);
    if (guarded && response.status < 400) {
      await this.attempts.takeBack('address', request.ip);
      if (account) await this.attempts.forget('account', account);
    }
    return answer(reply, response);
  }

  async requestReset(request: FastifyRequest, reply: FastifyReply) {
    const email = String(bodyOf(request)['email'] ?? '');
    const wait = await this.attempts.count('address', request.ip);
    if (wait) return tooMany(reply, wait);
    const send = async () => {
      if ((await this.attempts.count('mail', email)) === null)
        await this.ask(request, `${BASE}/request-password-reset`, { email });
    };
    await Promise.all([send(), sleep(EVEN_ANSWER_MS)]);
    return reply.send({ status: true });
  }

  async invitation(request: FastifyRequest, reply: FastifyReply) {
    const wait = await this.attempts.count('address', request.ip);
    if (wait) return tooMany(reply, wait);
    const found = await this.invitations.read((request.query as { token?: unknown }).token);
    if (!found) return refuse(reply, 404, 'INVALID_TOKEN', 'This invitation is not known, was used, or has run out');
    await this.attempts.takeBack('address', request.ip);
    return reply.send(found);
  }

  async accept(request: FastifyRequest, reply: FastifyReply) {
    const wait = await this.attempts.count('address', request.ip);
    if (wait) return tooMany(reply, wait);
    const { token, name, password } = bodyOf(request);
    const texts = { name: String(name ?? ''), password: typeof password === 'string' ? password : null };
    const accepted = await this.invitations.accept(token, texts);
    if ('fault' in accepted)
      return refuse(reply, accepted.fault === 'INVALID_TOKEN' ? 404 : 400, accepted.fault, accepted.message);
    await this.attempts.takeBack('address', request.ip);
    if (!accepted.setPassword) return reply.send({ signedIn: false });
    const { email } = accepted;
    const response = await this.ask(request, `${BASE}/sign-in/email`, { email, password: texts.password });
    copyCookies(reply, response);
    return reply.send({ signedIn: response.ok });
  }

  /** Puts a request before the library, with the address that this service saw in the place of any that a client names. */
  private ask(request: FastifyRequest, url: string, body?: object): Promise<Response> {
    const headers = fromNodeHeaders(request.headers);
    for (const name of ['content-length', 'transfer-encoding', 'connection', ADDRESS_HEADER]) headers.delete(name);
    headers.set(ADDRESS_HEADER, request.ip);
    const target = new URL(url, this.signIn.origins[0]);
    return this.signIn.handle(
      new Request(target, { method: request.method, headers, ...(body ? { body: JSON.stringify(body) } : {}) }),
    );
  }
}

const bodyOf = (request: FastifyRequest): Record<string, unknown> =>
  typeof request.body === 'object' && request.body !== null ? (request.body as Record<string, unknown>) : {};

async function answer(reply: FastifyReply, response: Response) {
  reply.code(response.status);
  const location = response.headers.get('location');
  if (location) reply.header('location', location);
  const retry = response.headers.get('x-retry-after');
  if (retry) reply.header('retry-after', retry);
  copyCookies(reply, response);
  return reply.type('application/json; charset=utf-8').send(withoutTokens(await response.text()));
}

/** The library also writes the session's token into bodies; the cookie is HttpOnly so that no script ever holds it. */
function withoutTokens(text: string): string {
  // A redirection has no body, and no session is the word null.
  if (!text.startsWith('{')) return text;
  return JSON.stringify(JSON.parse(text, (name, value: unknown) => (name === 'token' ? undefined : value)));
}

function copyCookies(reply: FastifyReply, response: Response): void {
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
}

const refuse = (reply: FastifyReply, status: number, code: string, message: string) =>
  reply.code(status).send({ code, message });

const tooMany = (reply: FastifyReply, seconds: number) =>
  refuse(reply.header('retry-after', String(seconds)), 429, 'RATE_LIMITED', 'Too many attempts: try again later');
