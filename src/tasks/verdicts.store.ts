import { byId } from '../accounts/request-context.js';
import type { Task, TaskEvent } from '../core/workflow/model.js';
import type { Verdict, VerdictDraft } from '../generated/prisma/client.js';
import type { Transaction } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';

export type VerdictRow = Verdict;
export type VerdictDraftRow = VerdictDraft;

export type NewVerdict = Pick<
  VerdictRow,
  'newsroomId' | 'taskId' | 'rating' | 'scaleCode' | 'scaleVersion' | 'needsEvidence' | 'rationale' | 'language'
> & { readonly proposerId: string; readonly proposedAt: Date };

/** Adds the next version of a task's verdict. The task's row must be locked: versions are counted. */
export async function addVerdict(tx: Transaction, verdict: NewVerdict): Promise<VerdictRow> {
  const earlier = await tx.verdict.count({ where: { taskId: verdict.taskId } });
  return tx.verdict.create({ data: { id: newId(), number: earlier + 1, ...verdict } });
}

/** Notes on the standing verdict what the event makes of it: approved, sent back, or no longer standing. */
export async function settleVerdict(
  tx: Transaction,
  taskId: string,
  before: Task,
  after: Task,
  event: TaskEvent,
): Promise<void> {
  if (before.verdict === null) return;
  const standing = { where: { taskId, status: { in: ['PROPOSED' as const, 'APPROVED' as const] } } };
  if (after.verdict === null) {
    const status = event.action === 'REQUEST_CHANGES' ? 'CHANGES_REQUESTED' : 'WITHDRAWN';
    await tx.verdict.updateMany({ ...standing, data: { status } });
  } else if (before.verdict.approverId === null && after.verdict.approverId !== null) {
    const { approverId } = after.verdict;
    await tx.verdict.updateMany({
      ...standing,
      data: { status: 'APPROVED', approverId, approvedAt: new Date(event.at) },
    });
  }
}

/** Every proposed version of each task's verdict, oldest first, by task id. */
export async function readVerdicts(tx: Transaction, taskIds: readonly string[]): Promise<Map<string, VerdictRow[]>> {
  const rows = await tx.verdict.findMany({ where: { taskId: { in: [...taskIds] } }, orderBy: { number: 'asc' } });
  return new Map(taskIds.map((id) => [id, rows.filter((row) => row.taskId === id)]));
}

export const readVerdictsById = async (tx: Transaction, ids: readonly string[]) =>
  byId(await tx.verdict.findMany({ where: { id: { in: [...ids] } } }));

/** The verdict that stands or was sent back; null where there is none or it was withdrawn. */
export function verdictInForce(verdicts: readonly VerdictRow[]): VerdictRow | null {
  const last = verdicts.at(-1);
  return last && last.status !== 'WITHDRAWN' ? last : null;
}

export const saveDraft = (tx: Transaction, draft: VerdictDraftRow) => {
  const { newsroomId, taskId, memberId, ...content } = draft;
  return tx.verdictDraft.upsert({
    where: { newsroomId_taskId_memberId: { newsroomId, taskId, memberId } },
    create: draft,
    update: content,
  });
};

export const dropDraft = (tx: Transaction, taskId: string, memberId: string) =>
  tx.verdictDraft.deleteMany({ where: { taskId, memberId } });

/** Drafts by task and member, as `draftKey` names them. */
export async function readDrafts(tx: Transaction, keys: readonly string[]): Promise<Map<string, VerdictDraftRow>> {
  const parts = keys.map((key) => key.split(' '));
  const rows = await tx.verdictDraft.findMany({
    where: { taskId: { in: parts.map(([taskId]) => taskId!) }, memberId: { in: parts.map(([, id]) => id!) } },
  });
  return new Map(rows.map((row) => [draftKey(row.taskId, row.memberId), row]));
}

export const draftKey = (taskId: string, memberId: string): string => `${taskId} ${memberId}`;

export const deleteDraftsOf = (tx: Transaction, memberId: string) =>
  tx.verdictDraft.deleteMany({ where: { memberId } });
