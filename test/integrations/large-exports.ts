import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { findNewsroom } from '../../src/accounts/accounts.store.js';
import { ExportFile } from '../../src/integrations/exports/export-file.js';
import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { addManyTasks } from '../kit/many-tasks.js';
import { makeNewsroom, type TestNewsroom } from '../kit/newsrooms.js';
import { addReadyArticle } from '../kit/row-builders.js';

export interface Crowd {
  readonly database: FreshDatabase;
  readonly newsroom: TestNewsroom;
}

export async function startCrowd(many: number, size?: number): Promise<Crowd> {
  const database = await freshDatabase();
  const newsroom = await makeNewsroom(database.app);
  const articleId = await addReadyArticle(newsroom.handle);
  await addManyTasks(database, { newsroomId: newsroom.id, articleId }, many, size);
  return { database, newsroom };
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Writes every task as JSON Lines, as the command line does, and looks now and then at what is held in memory. */
export async function measureExport({ newsroom }: Crowd) {
  const row = (await newsroom.handle.transaction((tx) => findNewsroom(tx, newsroom.id)))!;
  const setting = { newsroom: row, base: 'https://desk.example', memberId: null, askedAt: new Date() };
  const file = new ExportFile({
    ...{ subject: { kind: 'TASKS' as const, filter: {} }, format: 'JSONL' as const, byteOrderMark: false, setting },
  });
  const [ids, held] = [new Set<string>(), [] as number[]];
  let [rows, bytes, parts, largest] = [0, 0, 0, 0];
  for await (const part of file.parts(newsroom.handle)) {
    rows += part.rows;
    bytes += part.text.length;
    largest = Math.max(largest, part.text.length);
    for (const [, id] of part.text.matchAll(/"id":"([^"]+)"/g)) ids.add(Buffer.from(id!).toString()); // a part of a text would keep all of it
    if (parts++ % 4 === 3) {
      collect();
      // Beside what the test itself keeps, the ids, of which each costs so much.
      held.push(process.memoryUsage().heapUsed - ids.size * 120);
    }
  }
  return { rows, ids: ids.size, bytes, parts, largest, growth: Math.max(...held) - Math.min(...held.slice(0, 2)) };
}
