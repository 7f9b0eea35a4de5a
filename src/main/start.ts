import { type Config, isLoopback } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { createLog } from '../platform/log.js';
import { createApp } from './create-app.js';
import { type DemoPerson, prepareDemo, untilSamplesAreReady } from './demo.js';
import { listen } from './listen.js';
import { openDatabase } from './open-database.js';

export interface RunningService {
  readonly url: string;
  /** Takes no new work, finishes what runs, and stops the database last. */
  stop(): Promise<void>;
}

/**
 * Starts the whole service: database, migrations, API, worker and demo. `print` gets the lines for standard output, all
 * before /health/ready first answers 200. Every failure is an Error whose message is one clear line.
 */
export async function start(config: Config, print: (line: string) => void): Promise<RunningService> {
  const log = createLog(config.logLevel);
  const { appUrl, secrets, close } = await openDatabase(config, (line) => log.info(line));
  try {
    const { nest, readiness } = await createApp({ config, secrets, database: new Database(appUrl), log });
    const url = await listen(nest, config, log);
    if (url) for (const line of addresses(config.publicUrl ?? url)) print(line);
    if (config.demo) {
      const people = await prepareDemo(nest, secrets);
      // The one exception from "secrets are never logged", for somebody at this very machine.
      if (isLoopback(config.host)) for (const line of people.flatMap(demoLines)) print(line);
      if (config.role === 'all') await untilSamplesAreReady(nest);
    }
    readiness.set(true);
    return {
      url: url ?? '',
      async stop() {
        readiness.set(false);
        await nest.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const addresses = (url: string): string[] => [
  `isnad ${url}/`,
  `graphql ${url}/graphql`,
  `graphiql ${url}/graphiql`,
  `health ${url}/health/ready`,
];

const demoLines = ({ role, email, password, key }: DemoPerson): string[] => [
  ...(key ? [`demo-api-key ${role} ${key}`] : []),
  `demo-sign-in ${role} ${email} ${password}`,
];
