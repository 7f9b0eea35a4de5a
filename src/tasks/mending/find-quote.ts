import type { Subject } from '../../claims/subject.js';
import { readQuotes } from '../../claims/claims.store.js';
import { findSubject } from '../../claims/subjects.store.js';
import type { Transaction } from '../../platform/database/database.js';
import { isId } from '../../platform/ids.js';

/** A standing quote of an article; null for anything else. */
export async function findQuote(tx: Transaction, id: string, articleId: string): Promise<Subject | null> {
  const row = isId(id) ? (await readQuotes(tx, [id])).get(id) : undefined;
  if (row?.articleId !== articleId || row.state !== 'STANDING') return null;
  return findSubject(tx, { quoteId: id, claimId: null });
}
