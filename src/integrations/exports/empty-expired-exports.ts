import type { Database, Transaction } from '../../platform/database/database.js';
import { dropParts, lockExport, updateExport } from './exports.store.js';

const AT_ONCE = 100;

interface Found {
  readonly id: string;
  readonly newsroomId: string;
}

/**
 * Takes away the files whose time is over and marks their exports EXPIRED; gives how many there were. Safe to run twice
 * and by several processes at once: whoever locks an export second finds it EXPIRED.
 */
export async function emptyExpiredExports(database: Database): Promise<number> {
  let emptied = 0;
  for (;;) {
    const found = await database.forSystem('expire').transaction(findExpired);
    for (const { id, newsroomId } of found) {
      await database.forNewsroom(newsroomId).transaction(async (tx) => {
        const file = await lockExport(tx, id);
        if (!file || file.status === 'EXPIRED') return;
        await dropParts(tx, id);
        await updateExport(tx, id, { status: 'EXPIRED' });
        emptied++;
      });
    }
    if (found.length < AT_ONCE) return emptied;
  }
}

const findExpired = (tx: Transaction) => tx.$queryRaw<Found[]>`
  select id, newsroom_id as "newsroomId" from exports
  where expires_at <= now() and status <> 'EXPIRED' order by expires_at limit ${AT_ONCE}`;
