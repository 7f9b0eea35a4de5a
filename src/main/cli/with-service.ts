import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Config, readConfig } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { createLog } from '../../platform/log.js';
import { AppModule } from '../app.module.js';
import { NestLog } from '../nest-log.js';
import { openDatabase } from '../open-database.js';

/**
 * Runs `work` with the service's rooms but without its API. Beside a running service it shares that one's database.
 * `runJobs` lets this process run jobs for as long as it lives, beside any other worker there may be.
 */
export async function withService<T>(
  work: (app: INestApplicationContext) => Promise<T>,
  { runJobs = false }: { runJobs?: boolean } = {},
): Promise<T> {
  const config: Config = { ...readConfig(undefined, { logLevel: 'error' }), role: 'worker' };
  const log = createLog(config.logLevel);
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const { appUrl, secrets, close } = await openDatabase(config, say, { shareRunning: true });
  try {
    const module = AppModule.with({ config, secrets, database: new Database(appUrl), log }, { runJobs });
    const app = await NestFactory.createApplicationContext(module, { logger: new NestLog(log), abortOnError: false });
    try {
      return await work(app);
    } finally {
      await app.close();
    }
  } finally {
    await close();
  }
}
