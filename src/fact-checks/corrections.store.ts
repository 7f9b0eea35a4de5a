import { byId } from '../accounts/request-context.js';
import type { Correction } from '../generated/prisma/client.js';
import type { Transaction } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';

export type CorrectionRow = Correction;

export type NewCorrection = Omit<CorrectionRow, 'id' | 'status' | 'deciderId' | 'decidedAt' | 'comment'>;

export const addCorrection = (tx: Transaction, correction: NewCorrection) =>
  tx.correction.create({ data: { id: newId(), ...correction } });

export const findPendingCorrection = (tx: Transaction, factCheckId: string) =>
  tx.correction.findFirst({ where: { factCheckId, status: 'PENDING' } });

export const settleCorrection = (
  tx: Transaction,
  id: string,
  decision: { status: 'APPROVED' | 'REJECTED'; deciderId: string; decidedAt: Date; comment?: string },
) => tx.correction.update({ where: { id }, data: decision });

export const readCorrectionsById = async (tx: Transaction, ids: readonly string[]) =>
  byId(await tx.correction.findMany({ where: { id: { in: [...ids] } } }));

/** Every correction of each fact-check, oldest first, by the fact-check's id. */
export async function readCorrections(tx: Transaction, ids: readonly string[]): Promise<Map<string, CorrectionRow[]>> {
  const rows = await tx.correction.findMany({ where: { factCheckId: { in: [...ids] } }, orderBy: { id: 'asc' } });
  return new Map(ids.map((id) => [id, rows.filter((row) => row.factCheckId === id)]));
}
