import { byId } from '../../accounts/request-context.js';
import type { Import, ImportFault, Prisma } from '../../generated/prisma/client.js';
import type { Transaction } from '../../platform/database/database.js';
import { takeTurns } from '../../platform/database/take-turns.js';
import { newId } from '../../platform/ids.js';

export type ImportRow = Import;
export type ImportFaultRow = ImportFault;

export interface Content {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly charset: string | null;
}

export async function addImport(
  tx: Transaction,
  asked: Pick<Import, 'newsroomId' | 'memberId' | 'url' | 'createdAt'>,
  content: Content | null,
): Promise<ImportRow> {
  const added = await tx.import.create({ data: { id: newId(), ...asked } });
  if (content) await addContent(tx, added, content);
  return added;
}

export const addContent = (tx: Transaction, { newsroomId, id: importId }: ImportRow, content: Content) =>
  tx.importContent.createMany({ data: [{ newsroomId, importId, ...content }], skipDuplicates: true });

export const findContent = (tx: Transaction, { newsroomId, id: importId }: ImportRow) =>
  tx.importContent.findUnique({ where: { newsroomId_importId: { newsroomId, importId } } });

export const dropContent = (tx: Transaction, importId: string) => tx.importContent.deleteMany({ where: { importId } });

export const findImport = (tx: Transaction, id: string) => tx.import.findUnique({ where: { id } });

export const readImports = async (tx: Transaction, ids: readonly string[]) =>
  byId(await tx.import.findMany({ where: { id: { in: [...ids] } } }));

/** Newest first, after the one with id `after`: ids grow with time. */
export const pageOfImports = (tx: Transaction, limit: number, after: string | null) =>
  tx.import.findMany({ where: after ? { id: { lt: after } } : {}, orderBy: { id: 'desc' }, take: limit });

export const countImports = (tx: Transaction) => tx.import.count();

/** How many are not finished. Whoever asks next in this newsroom waits for this transaction. */
export async function countImportsUnderWay(tx: Transaction, newsroomId: string): Promise<number> {
  await takeTurns(tx, 'imports', newsroomId);
  return tx.import.count({ where: { status: { in: ['QUEUED', 'RUNNING'] } } });
}

/** The import's row, locked until the transaction ends; null where there is none. */
export async function lockImport(tx: Transaction, id: string): Promise<ImportRow | null> {
  const locked = await tx.$queryRaw<{ id: string }[]>`select id from imports where id = ${id}::uuid for update`;
  return locked.length === 0 ? null : findImport(tx, id);
}

export const updateImport = (tx: Transaction, id: string, data: Prisma.ImportUncheckedUpdateInput) =>
  tx.import.update({ where: { id }, data });

export const addFaults = (tx: Transaction, faults: readonly ImportFaultRow[]) =>
  tx.importFault.createMany({ data: [...faults] });

export const pageOfFaults = (tx: Transaction, importId: string, limit: number, after: number) =>
  tx.importFault.findMany({ where: { importId, number: { gt: after } }, orderBy: { number: 'asc' }, take: limit });

export const countFaults = (tx: Transaction, importId: string) => tx.importFault.count({ where: { importId } });
