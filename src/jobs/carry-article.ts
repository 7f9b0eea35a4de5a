import { type ArticleRow, findVersionText } from '../articles/articles.store.js';
import type { Known } from '../claims/record-extraction.js';
import { moveSubjects, readStandingSubjects } from '../claims/standing-subjects.store.js';
import type { Extraction } from '../core/extraction/model.js';
import { carryOver } from '../core/versions/carry-over.js';
import type { Transaction } from '../platform/database/database.js';
import { markStale } from '../tasks/mark-stale.js';
import type { TaskRow } from '../tasks/tasks.store.js';

/**
 * Carries an article's quotes and claims with their tasks over to its newest version: what stands there unchanged is
 * moved and keeps all that was done about it, the tasks of the rest are marked stale. Gives what of the new extraction is
 * known by this. The tasks and the article must be locked.
 */
export async function carryArticle(
  tx: Transaction,
  article: ArticleRow,
  tasks: readonly TaskRow[],
  text: string,
  extraction: Extraction,
  at: Date,
): Promise<Known> {
  const { id, newsroomId, versionNumber, extractedVersion } = article;
  const before = (await findVersionText(tx, newsroomId, id, extractedVersion!)) ?? '';
  const { subjects, rows } = await readStandingSubjects(tx, id, extractedVersion!);
  const fresh = [
    ...extraction.quotes.map(({ spans }) => ({ kind: 'QUOTE' as const, spans })),
    ...extraction.claims.map(({ spans }) => ({ kind: 'CLAIM' as const, spans })),
  ];
  const { kept, gone, known } = carryOver(before, text, subjects, fresh);
  await moveSubjects(tx, rows, kept, versionNumber);
  const isGone = new Set(gone);
  const stale = tasks.filter((task) => isGone.has((task.quoteId ?? task.claimId)!));
  await markStale(tx, stale, versionNumber, at);
  const quotes = extraction.quotes.length;
  return { quotes: known.slice(0, quotes), claims: known.slice(quotes), ordinal: kept.length };
}
