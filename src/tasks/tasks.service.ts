import { Injectable } from '@nestjs/common';
import { findMembersById } from '../accounts/accounts.store.js';
import { requireRole } from '../accounts/roles.js';
import type { Viewer } from '../accounts/viewer.js';
import { shareArticle } from '../articles/articles.store.js';
import type { InputFault } from '../core/workflow/model.js';
import { isAtLeast, type Role as MemberRole } from '../core/workflow/roles.js';
import type {
  ConfirmTaskInput,
  DismissTaskInput,
  EscalateTaskInput,
  MutationNextTaskArgs,
  ReopenTaskInput,
} from '../generated/graphql.js';
import type { Transaction } from '../platform/database/database.js';
import { isId } from '../platform/ids.js';
import { badInput, RequestError } from '../platform/request-error.js';
import { textFault } from '../platform/text-fault.js';
import { readPolicies } from './newsroom-policy.store.js';
import { findBestReview, lockBestFreeTask, readTasks, type TaskRow } from './tasks.store.js';
import { Workflow } from './workflow.js';

const LONGEST_COMMENT = 10_000;

/** Who works on which task. */
@Injectable()
export class TasksService {
  constructor(private readonly workflow: Workflow) {}

  /** Pressed twice by the same member, the second press renews the lease. */
  take(viewer: Viewer, id: string): Promise<TaskRow> {
    return this.workflow.act(viewer, id, 'TAKE');
  }

  release(viewer: Viewer, id: string, reason: string | null): Promise<TaskRow> {
    return this.workflow.act(viewer, id, 'RELEASE', {
      facts: () => ({ inputFaults: commentFaults('reason', reason) }),
      record: async () => ({ comment: reason }),
    });
  }

  /** Hands a disagreement to an EDITOR. Pressed twice, the second press finds it there and is refused. */
  escalate(viewer: Viewer, { taskId, reason, expectedVersion }: EscalateTaskInput): Promise<TaskRow> {
    return this.workflow.act(viewer, taskId, 'ESCALATE', {
      facts: () => ({ reason, expectedVersion, inputFaults: commentFaults('reason', reason) }),
      record: async () => ({ comment: reason }),
    });
  }

  withdrawEscalation(viewer: Viewer, taskId: string, expectedVersion: number): Promise<TaskRow> {
    return this.workflow.act(viewer, taskId, 'WITHDRAW_ESCALATION', { facts: () => ({ expectedVersion }) });
  }

  assign(viewer: Viewer, id: string, memberId: string, reason: string | null): Promise<TaskRow> {
    return this.workflow.act(viewer, id, 'ASSIGN', {
      facts: async ({ tx }) => ({
        assignee: await findAssignee(tx, memberId),
        inputFaults: commentFaults('reason', reason),
      }),
      record: async () => ({ comment: reason }),
    });
  }

  dismiss(viewer: Viewer, { taskId, reason, expectedVersion }: DismissTaskInput): Promise<TaskRow> {
    return this.workflow.act(viewer, taskId, 'DISMISS', {
      facts: () => ({ reason, expectedVersion, inputFaults: commentFaults('reason', reason) }),
      record: async () => ({ comment: reason }),
    });
  }

  /** The words of a stale task are gone, and it counts all the same. Twice, the second is refused: it is stale no more. */
  confirm(viewer: Viewer, { taskId, comment, expectedVersion }: ConfirmTaskInput): Promise<TaskRow> {
    return this.workflow.act(viewer, taskId, 'CONFIRM', {
      facts: () => ({ expectedVersion, inputFaults: commentFaults('comment', comment) }),
      record: async () => ({ comment, changes: { staleSince: null } }),
    });
  }

  reopen(viewer: Viewer, { taskId, reason, expectedVersion }: ReopenTaskInput): Promise<TaskRow> {
    return this.workflow.act(viewer, taskId, 'REOPEN', {
      facts: () => ({ reason, expectedVersion, inputFaults: commentFaults('reason', reason) }),
      record: async ({ tx, task }) => {
        await expectArticleAtWork(tx, task.articleId);
        return { comment: reason };
      },
    });
  }

  /**
   * Hands the viewer the best free task, taken, or the best one to review, which needs no lease; null where there is
   * none. Nobody is handed their own proposal to review.
   */
  async next(viewer: Viewer, { purpose, kind, language }: MutationNextTaskArgs): Promise<TaskRow | null> {
    const isReview = purpose === 'REVIEW';
    requireRole(viewer.role, isReview ? 'REVIEWER' : 'FACT_CHECKER');
    const [fault] = languageFaults(language);
    if (fault) throw badInput({ language: fault.message });
    const { newsroomId } = viewer.newsroom;
    return viewer.newsroom.transaction(async (tx) => {
      const worthAtLeast = (await readPolicies(tx, [newsroomId])).get(newsroomId)!.checkWorthinessThreshold;
      const isEditor = isAtLeast(viewer.role as MemberRole, 'EDITOR');
      const wanted = { kind: kind ?? null, language: language ?? null, worthAtLeast, isEditor };
      if (isReview) {
        const id = await findBestReview(tx, viewer.memberId, wanted);
        return id === null ? null : ((await readTasks(tx, [id])).get(id) ?? null);
      }
      const id = await lockBestFreeTask(tx, this.workflow.now(), wanted);
      return id === null ? null : this.workflow.actWithin(tx, viewer, id, 'TAKE');
    });
  }
}

/** Throws INVALID_TRANSITION for an article that was withdrawn: its tasks come back with it, not one by one. */
async function expectArticleAtWork(tx: Transaction, articleId: string): Promise<void> {
  if ((await shareArticle(tx, articleId))?.status !== 'WITHDRAWN') return;
  throw new RequestError('INVALID_TRANSITION', 'The article was withdrawn: restore it first.');
}

export function languageFaults(language: string | null | undefined): InputFault[] {
  if (language == null || /^[a-z]{2,3}$/.test(language)) return [];
  return [{ field: 'language', message: 'The language must be an ISO 639-1 code such as ar, en or fr.' }];
}

/** Faults of what somebody writes with an action; whether it may be missing, `decide` knows. */
export function commentFaults(field: string, text: string | null | undefined): InputFault[] {
  const fault = text == null ? null : textFault(text, LONGEST_COMMENT);
  return fault ? [{ field, message: `The ${field} ${fault}.` }] : [];
}

async function findAssignee(tx: Transaction, memberId: string) {
  const [member] = isId(memberId) ? await findMembersById(tx, [memberId]) : [];
  if (!member || member.deactivatedAt || member.role === 'INTEGRATION') return null;
  return { memberId: member.id, role: member.role };
}
