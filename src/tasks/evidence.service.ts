import { Injectable } from '@nestjs/common';
import { requireRole } from '../accounts/roles.js';
import type { Viewer } from '../accounts/viewer.js';
import type { InputFault } from '../core/workflow/model.js';
import type { AddEvidenceInput, UpdateEvidenceInput } from '../generated/graphql.js';
import type { Transaction } from '../platform/database/database.js';
import { isId } from '../platform/ids.js';
import { enqueue } from '../platform/queue/enqueue.js';
import { notFound, RequestError } from '../platform/request-error.js';
import { isWebAddress, textFault } from '../platform/text-fault.js';
import {
  addEvidence,
  type EvidenceContent,
  type EvidenceRow,
  findEvidence,
  removeEvidence,
  updateEvidence,
} from './evidence.store.js';
import { readSnapshots, requestSnapshot } from './snapshots.store.js';
import { takeSnapshotJob } from './take-snapshot.job.js';
import { lockTask, type TaskRow, touchTask } from './tasks.store.js';
import { languageFaults } from './tasks.service.js';
import { Workflow } from './workflow.js';

/** What speaks for, against or about the answer to a task's question. */
@Injectable()
export class EvidenceService {
  constructor(private readonly workflow: Workflow) {}

  async add(viewer: Viewer, { taskId, ...given }: AddEvidenceInput): Promise<EvidenceRow> {
    const content = contentOf(given);
    let added!: EvidenceRow;
    await this.workflow.act(viewer, taskId, 'ADD_EVIDENCE', {
      facts: () => ({ inputFaults: contentFaults(content) }),
      record: async ({ tx, task, now: at, memberId }) => {
        added = await addEvidence(tx, { newsroomId: task.newsroomId, taskId: task.id }, content, { memberId, at });
        await archive(tx, task, added, at);
        return { references: { evidenceId: added.id } };
      },
    });
    return added;
  }

  /** Says a piece anew, whole: a field that is left out is empty afterwards. */
  async update(viewer: Viewer, { id, ...given }: UpdateEvidenceInput): Promise<EvidenceRow> {
    const content = contentOf(given);
    return viewer.newsroom.transaction(async (tx) => {
      let evidence = await getEvidence(tx, id);
      await this.workflow.actWithin(tx, viewer, evidence.taskId, 'UPDATE_EVIDENCE', {
        facts: async () => {
          // Now that the task is locked nobody else changes it: it may have been removed while this waited.
          evidence = await getEvidence(tx, id);
          return { evidenceAuthorId: evidence.authorId, inputFaults: contentFaults(content) };
        },
        record: async ({ task, now: at, memberId }) => {
          evidence = await updateEvidence(tx, evidence, content, { memberId, at });
          await archive(tx, task, evidence, at);
          return { references: { evidenceId: id, evidenceVersion: evidence.version } };
        },
      });
      return evidence;
    });
  }

  /**
   * Has a FAILED snapshot tried again; what the task's evidence says does not change by it, so that it is possible at
   * any time. Pressed twice, the second press finds it PENDING and does nothing.
   */
  async retrySnapshot(viewer: Viewer, id: string): Promise<EvidenceRow> {
    return viewer.newsroom.transaction(async (tx) => {
      const { taskId } = await getEvidence(tx, id);
      requireRole(viewer.role, 'FACT_CHECKER');
      const task = (await lockTask(tx, taskId))!;
      const evidence = await getEvidence(tx, id);
      const snapshots = (await readSnapshots(tx, [id])).get(id)!;
      const snapshot = snapshots.find(({ url }) => url === evidence.url);
      if (evidence.url === null || snapshot?.status === 'STORED') {
        throw new RequestError('INVALID_TRANSITION', 'Only a snapshot that FAILED is tried again.');
      }
      const at = this.workflow.now();
      await archive(tx, task, evidence, at);
      await touchTask(tx, { ...task, taskId }, at);
      return evidence;
    });
  }

  async remove(viewer: Viewer, id: string): Promise<TaskRow> {
    return viewer.newsroom.transaction(async (tx) => {
      const { taskId } = await getEvidence(tx, id);
      return this.workflow.actWithin(tx, viewer, taskId, 'REMOVE_EVIDENCE', {
        facts: async () => ({ evidenceAuthorId: (await getEvidence(tx, id)).authorId }),
        record: async ({ now }) => {
          await removeEvidence(tx, id, now);
          return { references: { evidenceId: id } };
        },
      });
    });
  }
}

/** Asks for a snapshot of the address, in the transaction of the change: both come about, or neither. */
async function archive(tx: Transaction, task: TaskRow, { id, url }: EvidenceRow, at: Date): Promise<void> {
  const { newsroomId, id: taskId, articleId } = task;
  const snapshotId = url === null ? null : await requestSnapshot(tx, { newsroomId, evidenceId: id, url }, at);
  if (snapshotId !== null) await enqueue(tx, newsroomId, takeSnapshotJob, [{ snapshotId, taskId, articleId }]);
}

async function getEvidence(tx: Transaction, id: string): Promise<EvidenceRow> {
  const evidence = isId(id) ? await findEvidence(tx, id) : null;
  if (!evidence) throw notFound('The evidence');
  return evidence;
}

/** Blank fields say as much as absent ones. */
function contentOf(given: Omit<AddEvidenceInput, 'taskId'>): EvidenceContent {
  const filled = (text: string | null | undefined) => (text == null || text.trim() === '' ? null : text);
  return {
    stance: given.stance,
    url: filled(given.url?.trim()),
    note: filled(given.note),
    quotation: filled(given.quotation),
    kind: given.kind ?? null,
    language: filled(given.language),
    protected: given.protected ?? false,
    protectionReason: filled(given.protectionReason),
  };
}

function contentFaults(content: EvidenceContent): InputFault[] {
  const { url, note, quotation, language, protectionReason } = content;
  const faults = languageFaults(language);
  if (url === null && note === null && quotation === null) {
    faults.push({ field: 'url', message: 'Evidence needs a url, a quotation or a note.' });
  }
  if (url !== null && !isWebAddress(url)) {
    faults.push({ field: 'url', message: 'The url must be an http or https address.' });
  }
  for (const [field, text, most] of [
    ['url', url, 2_000],
    ['note', note, 10_000],
    ['quotation', quotation, 20_000],
    ['protectionReason', protectionReason, 2_000],
  ] as const) {
    const fault = text === null ? null : textFault(text, most);
    if (fault) faults.push({ field, message: `The ${field} ${fault}.` });
  }
  if (content.protected && protectionReason === null) {
    faults.push({ field: 'protectionReason', message: 'Say why the source is protected.' });
  }
  return faults;
}
