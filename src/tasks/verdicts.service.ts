import { Injectable } from '@nestjs/common';
import { requireRole } from '../accounts/roles.js';
import type { Viewer } from '../accounts/viewer.js';
import type { InputFault } from '../core/workflow/model.js';
import { visibleLength } from '../core/workflow/visible-length.js';
import type { ProposeVerdictInput, ReviewVerdictInput, SaveVerdictDraftInput } from '../generated/graphql.js';
import { isId } from '../platform/ids.js';
import { badInput, notFound } from '../platform/request-error.js';
import { textFault } from '../platform/text-fault.js';
import { chooseRating } from './newsroom-rules.js';
import { commentFaults, languageFaults } from './tasks.service.js';
import { readTasks, type TaskRow } from './tasks.store.js';
import { addVerdict, dropDraft, saveDraft } from './verdicts.store.js';
import { Workflow } from './workflow.js';

const LONGEST_RATIONALE = 50_000;

/** What is proposed, and what a second person makes of it. */
@Injectable()
export class VerdictsService {
  constructor(private readonly workflow: Workflow) {}

  propose(viewer: Viewer, input: ProposeVerdictInput): Promise<TaskRow> {
    const { taskId, rationale, expectedVersion } = input;
    return this.workflow.act(viewer, taskId, 'PROPOSE_VERDICT', {
      facts: ({ task, rules }) => ({
        expectedVersion,
        rating: chooseRating(rules.scales[task.kind], input.rating),
        rationaleLength: visibleLength(rationale),
        inputFaults: [...rationaleFaults(rationale), ...languageFaults(input.language)],
      }),
      record: async ({ tx, task, rules, event, memberId }) => {
        const scale = rules.scales[task.kind];
        const { newsroomId } = task;
        const verdict = await addVerdict(tx, {
          newsroomId,
          taskId: task.id,
          rating: event.rating!.code,
          needsEvidence: event.rating!.needsEvidence,
          scaleCode: scale.code,
          scaleVersion: scale.version,
          rationale,
          language: input.language ?? task.language,
          proposerId: memberId,
          proposedAt: new Date(event.at),
        });
        await dropDraft(tx, task.id, memberId);
        return { references: { verdictId: verdict.id } };
      },
    });
  }

  withdraw(viewer: Viewer, taskId: string, expectedVersion: number): Promise<TaskRow> {
    return this.workflow.act(viewer, taskId, 'WITHDRAW_VERDICT', { facts: () => ({ expectedVersion }) });
  }

  approve(viewer: Viewer, { taskId, comment, expectedVersion }: ReviewVerdictInput): Promise<TaskRow> {
    return this.workflow.act(viewer, taskId, 'APPROVE_VERDICT', {
      facts: () => ({ comment, expectedVersion, inputFaults: commentFaults('comment', comment) }),
      record: async () => ({ comment }),
    });
  }

  requestChanges(viewer: Viewer, { taskId, comment, expectedVersion }: ReviewVerdictInput): Promise<TaskRow> {
    return this.workflow.act(viewer, taskId, 'REQUEST_CHANGES', {
      facts: () => ({ comment, expectedVersion, inputFaults: commentFaults('comment', comment) }),
      record: async () => ({ comment }),
    });
  }

  /** Keeps what the viewer is writing. No event and no new version: a draft is nobody else's business yet. */
  async saveDraft(viewer: Viewer, { taskId, rating, rationale, language }: SaveVerdictDraftInput): Promise<TaskRow> {
    return viewer.newsroom.transaction(async (tx) => {
      const task = isId(taskId) ? (await readTasks(tx, [taskId])).get(taskId) : undefined;
      if (!task) throw notFound('The task');
      requireRole(viewer.role, 'FACT_CHECKER');
      const faults = [...rationaleFaults(rationale), ...languageFaults(language)];
      if (rating != null && textFault(rating, 100)) faults.push({ field: 'rating', message: 'The rating is no code.' });
      if (faults.length) throw badInput(Object.fromEntries(faults.map(({ field, message }) => [field, message])));
      await saveDraft(tx, {
        newsroomId: task.newsroomId,
        taskId,
        memberId: viewer.memberId!,
        rating: rating ?? null,
        rationale,
        language: language ?? null,
        updatedAt: this.workflow.now(),
      });
      return task;
    });
  }
}

export function rationaleFaults(rationale: string | null | undefined): InputFault[] {
  const fault = rationale == null ? null : textFault(rationale, LONGEST_RATIONALE);
  return fault ? [{ field: 'rationale', message: `The rationale ${fault}.` }] : [];
}
