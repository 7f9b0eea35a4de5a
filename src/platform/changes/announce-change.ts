import type { Transaction } from '../database/database.js';

/** The channel on which a committed transaction tells every API process what has changed. */
export const CHANGES_CHANNEL = 'isnad_changes';

/** Something that has changed, by id alone: who is told reads it anew, with their own rights. */
export interface Change {
  readonly kind: 'ARTICLE' | 'TASK';
  readonly newsroomId: string;
  readonly id: string;
  /** The article that it is or belongs to. */
  readonly articleId: string;
}

/** Delivered at commit, once for each thing however often the transaction changed it, and to nobody after a rollback. */
export const announceChange = (tx: Transaction, change: Change) => announceChanges(tx, [change]);

export const announceChanges = (tx: Transaction, changes: readonly Change[]) =>
  tx.$executeRaw`select pg_notify(${CHANGES_CHANNEL}, payload) from unnest(${changes.map(payloadOf)}::text[]) payload`;

const payloadOf = ({ kind, newsroomId, id, articleId }: Change): string =>
  JSON.stringify({ kind, newsroomId, id, articleId });
