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
export const announceChange = (tx: Transaction, { kind, newsroomId, id, articleId }: Change) =>
  tx.$executeRaw`select pg_notify(${CHANGES_CHANNEL}, ${JSON.stringify({ kind, newsroomId, id, articleId })})`;
