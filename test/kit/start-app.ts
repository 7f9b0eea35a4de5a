import { AllowList } from '../../src/platform/guarded-fetcher/allow-list.js';
import 'reflect-metadata';
import { tmpdir } from 'node:os';
import type { INestApplicationContext } from '@nestjs/common';
import { createApp } from '../../src/main/create-app.js';
import { type Exposure, readExposure } from '../../src/platform/config/exposure.js';
import { type Config, DEFAULT_RETENTION } from '../../src/platform/config/config.js';
import { Database } from '../../src/platform/database/database.js';
import { createLog, type Log } from '../../src/platform/log.js';
import type { FreshDatabase } from './fresh-database.js';
import { GraphqlClient } from './graphql-client.js';
import { TEST_SECRET, testSecrets } from './template-database.js';

export interface TestApp extends GraphqlClient {
  readonly nest: INestApplicationContext;
  close(): Promise<void>;
}

export interface StartOptions {
  readonly role?: Config['role'];
  readonly redisUrl?: string | null;
  readonly publicUrl?: string | null;
  readonly mailUrl?: string | null;
  readonly singleSignOn?: Config['singleSignOn'];
  readonly model?: Config['model'];
  readonly log?: Log;
  /** What the guarded fetcher may reach although it is not public. */
  readonly fetchAllow?: string;
  /** Rates are unlimited unless a test sets them. */
  readonly exposure?: Partial<Exposure>;
}

/** Starts the real application in this process on a free port: API and jobs, unless `role` says otherwise. */
export async function startApp(
  { appUrl }: Pick<FreshDatabase, 'appUrl'>,
  {
    role = 'all',
    redisUrl = null,
    publicUrl = null,
    mailUrl = null,
    singleSignOn = null,
    model = null,
    fetchAllow = '',
    log,
    exposure,
  }: StartOptions = {},
): Promise<TestApp> {
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    databaseUrl: appUrl,
    redisUrl,
    dataDir: tmpdir(),
    role,
    secret: TEST_SECRET,
    publicUrl,
    demo: false,
    fetchAllow: AllowList.parse(fetchAllow),
    exposure: { ...readExposure({}, true), rate: null, ...exposure },
    retention: DEFAULT_RETENTION,
    mailUrl,
    mailFrom: null,
    singleSignOn,
    model,
    logLevel: 'silent',
  };
  const { nest, readiness } = await createApp({
    config,
    secrets: testSecrets,
    database: new Database(appUrl),
    log: log ?? createLog(process.env.ISNAD_TEST_LOG ?? 'silent'),
  });
  await nest.listen(0, '127.0.0.1');
  readiness.set(true);
  const { port } = nest.getHttpServer().address() as { port: number };
  return Object.assign(new GraphqlClient(`http://127.0.0.1:${port}`), { nest, close: () => nest.close() });
}
