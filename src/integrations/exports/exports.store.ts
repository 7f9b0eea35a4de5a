import { byId } from '../../accounts/request-context.js';
import type { Export, Prisma } from '../../generated/prisma/client.js';
import type { Transaction } from '../../platform/database/database.js';
import { takeTurns } from '../../platform/database/take-turns.js';
import { newId } from '../../platform/ids.js';

export type ExportRow = Export;

export const addExport = (
  tx: Transaction,
  asked: Pick<Export, 'newsroomId' | 'memberId' | 'kind' | 'format' | 'bom' | 'createdAt'> & {
    filter: Prisma.InputJsonValue;
  },
): Promise<ExportRow> => tx.export.create({ data: { id: newId(), ...asked } });

export const findExport = (tx: Transaction, id: string) => tx.export.findUnique({ where: { id } });

export const readExports = async (tx: Transaction, ids: readonly string[]) =>
  byId(await tx.export.findMany({ where: { id: { in: [...ids] } } }));

/** Newest first, after the one with id `after`: ids grow with time. */
export const pageOfExports = (tx: Transaction, limit: number, after: string | null) =>
  tx.export.findMany({ where: after ? { id: { lt: after } } : {}, orderBy: { id: 'desc' }, take: limit });

export const countExports = (tx: Transaction) => tx.export.count();

/** How many are not finished. Whoever asks next in this newsroom waits for this transaction. */
export async function countExportsUnderWay(tx: Transaction, newsroomId: string): Promise<number> {
  await takeTurns(tx, 'exports', newsroomId);
  return tx.export.count({ where: { status: { in: ['QUEUED', 'RUNNING'] } } });
}

/** The export's row, locked until the transaction ends; null where there is none. */
export async function lockExport(tx: Transaction, id: string): Promise<ExportRow | null> {
  const locked = await tx.$queryRaw<{ id: string }[]>`select id from exports where id = ${id}::uuid for update`;
  return locked.length === 0 ? null : findExport(tx, id);
}

export const updateExport = (tx: Transaction, id: string, data: Prisma.ExportUncheckedUpdateInput) =>
  tx.export.update({ where: { id }, data });

export const addPart = (
  tx: Transaction,
  part: { newsroomId: string; exportId: string; number: number; bytes: Uint8Array<ArrayBuffer> },
) => tx.exportPart.create({ data: part });

/** The bytes of a part, counted from 1; null where it is gone. */
export const findPart = async (
  tx: Transaction,
  { newsroomId, id: exportId }: ExportRow,
  number: number,
): Promise<Uint8Array | null> =>
  (await tx.exportPart.findUnique({ where: { newsroomId_exportId_number: { newsroomId, exportId, number } } }))
    ?.bytes ?? null;

export const dropParts = (tx: Transaction, exportId: string) => tx.exportPart.deleteMany({ where: { exportId } });
