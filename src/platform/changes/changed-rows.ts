import type { Prisma } from '../../generated/prisma/client.js';
import type { Database } from '../database/database.js';
import type { Change } from './announce-change.js';
import type { ReadChangesSince } from './change-feed.js';

const BATCH = 500;

export type ChangedRow = Pick<Change, 'id' | 'articleId'> & { readonly updatedAt: Date };

/**
 * Goes through the rows of a newsroom that changed since a time, oldest first, a batch at a time. `select` gives id,
 * articleId and updatedAt of the rows after `(updatedAt, id)`, in that order, as many as `limit` says.
 */
export function changedRows(
  database: Database,
  kind: Change['kind'],
  select: (after: { at: Date; id: string }, limit: number) => Prisma.Sql,
): ReadChangesSince {
  return async function* (newsroomId, since) {
    const newsroom = database.forNewsroom(newsroomId);
    let after = { at: since, id: '00000000-0000-0000-0000-000000000000' };
    for (;;) {
      const rows = await newsroom.transaction((tx) => tx.$queryRaw<ChangedRow[]>(select(after, BATCH)));
      if (rows.length > 0) yield rows.map(({ id, articleId }) => ({ kind, newsroomId, id, articleId }));
      const last = rows.at(-1);
      if (!last || rows.length < BATCH) return;
      after = { at: last.updatedAt, id: last.id };
    }
  };
}
