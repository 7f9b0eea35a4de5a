import { resolve } from 'node:path';
import { AllowList } from '../guarded-fetcher/allow-list.js';
import { ConfigurationError, type Environment, readEnvironment } from './env.js';
import { type Exposure, readExposure } from './exposure.js';

/** What the service runs with. An integration that is not configured is null. */
export interface Config {
  /** TCP port of the API; 0 lets the system choose one. */
  readonly port: number;
  readonly host: string;
  /** Null: the embedded PostgreSQL under dataDir. */
  readonly databaseUrl: string | null;
  /** Null: the queue lives in PostgreSQL. */
  readonly redisUrl: string | null;
  /** Absolute path of the embedded database and the local secret. */
  readonly dataDir: string;
  readonly role: 'all' | 'api' | 'worker';
  /** Null only with the embedded database, whose data folder keeps a secret of its own (secrets.ts). */
  readonly secret: string | null;
  /** Null: http://HOST:PORT, known once the port is. */
  readonly publicUrl: string | null;
  readonly demo: boolean;
  /** Null: mails are printed in the log. */
  readonly mailUrl: string | null;
  /** The sender of mails, such as `Isnad <desk@example.org>`. Null: isnad at the public URL's host. */
  readonly mailFrom: string | null;
  /** The OpenID provider by which members may sign in. */
  readonly singleSignOn: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
  } | null;
  /** A model that reads articles beside the rules, at an OpenAI-compatible server. */
  readonly model: { readonly url: string; readonly name: string; readonly key: string | null } | null;
  /** What the guarded fetcher may reach although it is not public. */
  readonly fetchAllow: AllowList;
  readonly exposure: Exposure;
  readonly retention: Retention;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}

/** For how long what nobody works with any more is kept. What fact-checkers did and its audit are kept for good. */
export interface Retention {
  /** Rows of jobs that are done. */
  readonly jobsDays: number;
  /** What webhooks and digests tell, with the deliveries of it. */
  readonly eventsDays: number;
  /** The file of an export, from when it is ready. */
  readonly exportsHours: number;
}

export const DEFAULT_RETENTION: Retention = { jobsDays: 7, eventsDays: 30, exportsHours: 24 };

export const CONFIG = Symbol('Config');

/** Builds the configuration from environment variables. Throws ConfigurationError, in one line. */
export function readConfig(
  variables: NodeJS.ProcessEnv = process.env,
  { logLevel = 'info' }: { logLevel?: Config['logLevel'] } = {},
): Config {
  const env: Environment = readEnvironment(variables);
  if (env.DATABASE_URL && !env.ISNAD_SECRET) {
    throw new ConfigurationError('Configuration: ISNAD_SECRET is required with DATABASE_URL (at least 16 characters)');
  }
  return {
    port: env.PORT ?? 3000,
    host: env.HOST ?? '127.0.0.1',
    databaseUrl: env.DATABASE_URL ?? null,
    redisUrl: env.REDIS_URL ?? null,
    dataDir: resolve(env.ISNAD_DATA_DIR ?? '.isnad'),
    role: env.ISNAD_ROLE ?? 'all',
    secret: env.ISNAD_SECRET ?? null,
    publicUrl: env.ISNAD_PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    demo: env.ISNAD_DEMO === undefined ? !env.DATABASE_URL : env.ISNAD_DEMO === '1',
    mailUrl: env.ISNAD_MAIL_URL ?? null,
    mailFrom: env.ISNAD_MAIL_FROM ?? null,
    singleSignOn: readSingleSignOn(env),
    model: readModel(env),
    fetchAllow: readAllowList(env.ISNAD_FETCH_ALLOW ?? ''),
    exposure: exposureOf(env),
    retention: {
      jobsDays: env.ISNAD_KEEP_JOBS_DAYS ?? DEFAULT_RETENTION.jobsDays,
      eventsDays: env.ISNAD_KEEP_EVENTS_DAYS ?? DEFAULT_RETENTION.eventsDays,
      exportsHours: env.ISNAD_KEEP_EXPORTS_HOURS ?? DEFAULT_RETENTION.exportsHours,
    },
    logLevel: env.ISNAD_LOG_LEVEL ?? logLevel,
  };
}

/** All three of its variables, or none. A provider is asked without TLS on loopback alone. */
function readSingleSignOn(env: Environment): Config['singleSignOn'] {
  const { ISNAD_OIDC_ISSUER: issuer, ISNAD_OIDC_CLIENT_ID: clientId, ISNAD_OIDC_CLIENT_SECRET: clientSecret } = env;
  if (!issuer && !clientId && !clientSecret) return null;
  if (!issuer || !clientId || !clientSecret) {
    throw new ConfigurationError(
      'Configuration: ISNAD_OIDC_ISSUER, ISNAD_OIDC_CLIENT_ID and ISNAD_OIDC_CLIENT_SECRET are needed together',
    );
  }
  const { protocol, hostname } = new URL(issuer);
  if (protocol !== 'https:' && !isLoopback(hostname)) {
    throw new ConfigurationError('Configuration: ISNAD_OIDC_ISSUER must begin with https://');
  }
  return { issuer, clientId, clientSecret };
}

function readModel(env: Environment): Config['model'] {
  const { ISNAD_MODEL_URL: url, ISNAD_MODEL_NAME: name, ISNAD_MODEL_KEY: key } = env;
  if (url && !name) throw new ConfigurationError('Configuration: ISNAD_MODEL_NAME is required with ISNAD_MODEL_URL');
  if (!url && (name || key)) throw new ConfigurationError('Configuration: ISNAD_MODEL_URL is required for a model');
  return url && name ? { url, name, key: key ?? null } : null;
}

function readAllowList(text: string): AllowList {
  try {
    return AllowList.parse(text);
  } catch (error) {
    throw new ConfigurationError(`Configuration: ISNAD_FETCH_ALLOW: ${(error as Error).message}`);
  }
}

function exposureOf(env: Environment): Exposure {
  try {
    return readExposure(env, isLoopback(env.HOST ?? '127.0.0.1'));
  } catch (error) {
    throw new ConfigurationError(`Configuration: ${(error as Error).message}`);
  }
}

/** Loopback addresses are the only ones on which demo credentials are printed. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
