import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addApiKey } from '../src/accounts/api-keys.store.js';
import { AccountsService } from '../src/accounts/accounts.service.js';
import { newApiKey } from '../src/accounts/api-keys.js';
import { type App, createApp } from '../src/main/create-app.js';
import { openDatabase } from '../src/main/open-database.js';
import { readConfig } from '../src/platform/config/config.js';
import { Database } from '../src/platform/database/database.js';
import { createLog } from '../src/platform/log.js';

export interface ThrowawayService {
  readonly app: App;
  readonly database: Database;
  readonly ownerUrl: string;
  readonly newsroomId: string;
  readonly key: string;
  close(): Promise<void>;
}

/** The whole service over a database of its own that is thrown away, with one newsroom and a machine's key. */
export async function startThrowawayService(): Promise<ThrowawayService> {
  const dataDir = mkdtempSync(join(tmpdir(), 'isnad-bench-'));
  const config = readConfig({ ISNAD_DATA_DIR: dataDir, ISNAD_ROLE: 'api', ISNAD_LOG_LEVEL: 'error', ISNAD_DEMO: '0' });
  const { ownerUrl, appUrl, secrets, close } = await openDatabase(config, () => undefined);
  const database = new Database(appUrl);
  const app = await createApp({ config, secrets, database, log: createLog('error') });
  await app.nest.init();
  await app.fastify.ready();
  const { id: newsroomId } = await app.nest.get(AccountsService).createNewsroom('bench', 'Bench');
  const key = newApiKey();
  await database
    .forNewsroom(newsroomId)
    .transaction((tx) =>
      addApiKey(tx, { newsroomId, memberId: null, role: 'INTEGRATION', label: 'bench', key, expiresAt: null }),
    );
  return {
    app,
    database,
    ownerUrl,
    newsroomId,
    key,
    async close() {
      await app.nest.close();
      await close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
