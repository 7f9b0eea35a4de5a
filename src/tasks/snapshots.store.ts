import type { Snapshot } from '../generated/prisma/client.js';
import type { Transaction } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';

/** A snapshot without its bytes. */
export type SnapshotRow = Snapshot & { readonly content: { readonly size: number } | null };

export interface StoredSnapshot {
  readonly sha256: Uint8Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  readonly finalUrl: string;
}

const WITHOUT_BYTES = { include: { content: { select: { size: true } } } } as const;

/** The snapshots of each piece of evidence, one for each address that it has had, by evidence id. */
export async function readSnapshots(
  tx: Transaction,
  evidenceIds: readonly string[],
): Promise<Map<string, SnapshotRow[]>> {
  const rows = await tx.snapshot.findMany({ where: { evidenceId: { in: [...evidenceIds] } }, ...WITHOUT_BYTES });
  return new Map(evidenceIds.map((id) => [id, rows.filter((row) => row.evidenceId === id)]));
}

export const findSnapshot = (tx: Transaction, id: string) =>
  tx.snapshot.findUnique({ where: { id }, include: { content: true } });

/**
 * Notes that an address is to be archived; gives the snapshot's id, or null where that is done or under way already. The
 * task's row must be locked.
 */
export async function requestSnapshot(
  tx: Transaction,
  of: { newsroomId: string; evidenceId: string; url: string },
  requestedAt: Date,
): Promise<string | null> {
  const known = await tx.snapshot.findUnique({ where: { newsroomId_evidenceId_url: of } });
  if (!known) return (await tx.snapshot.create({ data: { id: newId(), ...of, requestedAt } })).id;
  if (known.status !== 'FAILED') return null;
  await tx.snapshot.update({
    where: { id: known.id },
    data: { status: 'PENDING', failure: null, takenAt: null, requestedAt },
  });
  return known.id;
}

/** Keeps what came, its bytes once for each newsroom; false where another run has settled the snapshot before. */
export async function storeSnapshot(
  tx: Transaction,
  { id, newsroomId }: Snapshot,
  { sha256, bytes, contentType, finalUrl }: StoredSnapshot,
  takenAt: Date,
): Promise<boolean> {
  await tx.snapshotContent.createMany({
    data: [{ newsroomId, sha256, bytes, size: bytes.length }],
    skipDuplicates: true,
  });
  const { count } = await tx.snapshot.updateMany({
    where: { id, status: 'PENDING' },
    data: { status: 'STORED', sha256, contentType, finalUrl, takenAt },
  });
  return count === 1;
}

/** False where another run has settled the snapshot before. */
export async function failSnapshot(tx: Transaction, id: string, failure: string, at: Date): Promise<boolean> {
  const { count } = await tx.snapshot.updateMany({
    where: { id, status: 'PENDING' },
    data: { status: 'FAILED', failure, takenAt: at },
  });
  return count === 1;
}
