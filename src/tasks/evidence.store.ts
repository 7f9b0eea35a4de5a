import { byId } from '../accounts/request-context.js';
import type { Evidence, Prisma } from '../generated/prisma/client.js';
import type { Transaction } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';

export type EvidenceRow = Evidence;

export type EvidenceContent = Pick<
  EvidenceRow,
  'stance' | 'url' | 'note' | 'quotation' | 'kind' | 'language' | 'protected' | 'protectionReason'
>;

interface Change {
  readonly memberId: string;
  readonly at: Date;
}

export async function addEvidence(
  tx: Transaction,
  place: { newsroomId: string; taskId: string },
  content: EvidenceContent,
  { memberId, at }: Change,
): Promise<EvidenceRow> {
  const evidence = await tx.evidence.create({
    data: { id: newId(), ...place, authorId: memberId, ...content, createdAt: at, updatedAt: at },
  });
  await keepVersion(tx, evidence, content, { memberId, at });
  return evidence;
}

export async function updateEvidence(
  tx: Transaction,
  { id, version }: EvidenceRow,
  content: EvidenceContent,
  change: Change,
): Promise<EvidenceRow> {
  const evidence = await tx.evidence.update({
    where: { id },
    data: { ...content, version: version + 1, updatedAt: change.at },
  });
  await keepVersion(tx, evidence, content, change);
  return evidence;
}

/** Takes a piece out of its task; the row and its history stay. */
export const removeEvidence = (tx: Transaction, id: string, at: Date) =>
  tx.evidence.update({ where: { id }, data: { removedAt: at, updatedAt: at } });

/** A piece that has not been removed. */
export const findEvidence = (tx: Transaction, id: string) => tx.evidence.findUnique({ where: { id, removedAt: null } });

/** What stands for each task, in the order in which it was added, by task id. */
export async function readEvidence(tx: Transaction, taskIds: readonly string[]): Promise<Map<string, EvidenceRow[]>> {
  const rows = await tx.evidence.findMany({
    where: { taskId: { in: [...taskIds] }, removedAt: null },
    orderBy: { id: 'asc' },
  });
  return new Map(taskIds.map((id) => [id, rows.filter((row) => row.taskId === id)]));
}

/** Pieces by id, removed ones too: history names them. */
export const readEvidenceById = async (tx: Transaction, ids: readonly string[]) =>
  byId(await tx.evidence.findMany({ where: { id: { in: [...ids] } } }));

const keepVersion = (tx: Transaction, evidence: EvidenceRow, content: EvidenceContent, { memberId, at }: Change) =>
  tx.evidenceVersion.create({
    data: {
      newsroomId: evidence.newsroomId,
      evidenceId: evidence.id,
      number: evidence.version,
      content: content as unknown as Prisma.InputJsonValue,
      memberId,
      at,
    },
  });
