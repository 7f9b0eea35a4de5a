import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../accounts/viewer.js';
import { countAddedTasks, findVersionText, lockArticle } from '../../articles/articles.store.js';
import { type Subject, type SubjectContent, type SubjectKind, listedOf } from '../../claims/subject.js';
import {
  addSubject,
  findSubject,
  findTwin,
  setSubjectState,
  type SubjectPlace,
  writeSubject,
} from '../../claims/subjects.store.js';
import { judgeSpans, type SpansJudged } from '../../core/extraction/judge-spans.js';
import type { MendAction, SubjectState } from '../../core/workflow/model.js';
import { decide } from '../../core/workflow/decide.js';
import { NEW_TASK } from '../../core/workflow/model.js';
import { DEFAULT_POLICY } from '../../core/workflow/policy.js';
import { taskPriority } from '../../core/workflow/task-priority.js';
import type { Transaction } from '../../platform/database/database.js';
import { RequestError } from '../../platform/request-error.js';
import { commentFaults } from '../tasks.service.js';
import { addTasks, lockTask, recordEvent, type TaskRow } from '../tasks.store.js';
import { actorOf, refusalError, Workflow } from '../workflow.js';
import { keepFeedback } from './feedback.store.js';
import { MendInput } from './mend-input.js';

/** What somebody asks of one task. */
export interface MendRequest {
  readonly taskId: string;
  /** Null where the task goes along with another that was seen. */
  readonly expectedVersion: number | null;
  readonly comment?: string | null;
  readonly reason?: string | null;
}

/** A locked task's quote or claim, with the text that it stands in. */
export interface SubjectAtHand {
  readonly subject: Subject;
  readonly text: string;
  readonly task: TaskRow;
  readonly input: MendInput;
}

/** What a mend makes of a quote or claim: others words for it, or a state in which it counts no more (or again). */
export interface MendOutcome {
  readonly after: readonly SubjectContent[];
  readonly state?: SubjectState;
  readonly evidenceTaken?: number;
  readonly mergedIntoId?: string;
}

/** A quote or claim to add. */
export interface NewSubject {
  readonly kind: SubjectKind;
  readonly content: SubjectContent;
  readonly quoteId: string | null;
  readonly deniesId: string | null;
  readonly chain: Subject['chain'];
  readonly splitFromId: string | null;
}

/**
 * The one way in which a person mends what the extraction proposed. Tasks are locked before their article, as the queue
 * does it; of two people at one button the second waits, and then meets a newer version.
 */
@Injectable()
export class SubjectMender {
  constructor(private readonly workflow: Workflow) {}

  /** Mends one quote or claim: one event of its task and one record of feedback. `plan` writes nothing. */
  async mend(
    tx: Transaction,
    viewer: Viewer,
    { taskId, expectedVersion, comment, reason }: MendRequest,
    action: MendAction,
    plan: (at: SubjectAtHand) => MendOutcome | Promise<MendOutcome>,
  ): Promise<{ task: TaskRow; at: SubjectAtHand; outcome: MendOutcome }> {
    let at!: SubjectAtHand;
    let outcome!: MendOutcome;
    const written = comment ?? reason;
    const task = await this.workflow.actWithin(tx, viewer, taskId, action, {
      facts: async ({ task: locked }) => {
        at = await readSubject(tx, locked);
        outcome = await plan(at);
        const field = comment == null ? 'reason' : 'comment';
        const inputFaults = [...at.input.faults, ...commentFaults(field, written)];
        return { expectedVersion, reason, inputFaults, evidenceTaken: outcome.evidenceTaken };
      },
      record: async () => ({ comment: written, changes: await applyOutcome(tx, at, outcome) }),
    });
    const mend = { action, memberId: viewer.memberId!, at: this.workflow.now() };
    await keepFeedback(tx, task, mend, at.subject, { before: at.subject.content, after: outcome.after });
    return { task, at, outcome };
  }

  /** Adds a quote or claim with its open task. The article must be locked. Throws CONFLICT where it is there already. */
  async add(
    tx: Transaction,
    viewer: Viewer,
    place: SubjectPlace & { language: string; text: string },
    { kind, content, quoteId, deniesId, chain, splitFromId }: NewSubject,
    comment: string | null,
  ): Promise<TaskRow> {
    await refuseTwin(tx, place, kind, content, null);
    const now = this.workflow.now();
    const judged = judge(place.text, place.language, content);
    const id = await addSubject(tx, place, kind, content, { judged, quoteId, deniesId, chain });
    const listed = { ...listedOf(content), checkWorthiness: judged.checkWorthiness };
    const { newsroomId, articleId, language } = place;
    const [taskId] = await addTasks(tx, { newsroomId, articleId, language }, [{ kind, id, ...listed }]);
    const task = (await lockTask(tx, taskId!))!;
    const facts = { now: now.getTime(), policy: DEFAULT_POLICY };
    const decision = decide(NEW_TASK, 'ADD', actorOf(viewer), facts);
    if (decision.refusal) throw refusalError(decision.refusal);
    const priority = taskPriority({ kind, ...listed, anonymousSpeaker: listed.anonymous });
    const added = await recordEvent(tx, task, decision.event, {
      references: splitFromId === null ? {} : { splitFromId },
      comment,
      changes: { priority, splitFromId },
    });
    await countAddedTasks(tx, articleId, 1);
    if (splitFromId === null) {
      const proposed = { kind, origin: 'PERSON', rule: 'person', confidence: 1 } as const;
      const mend = { action: 'ADD', memberId: viewer.memberId!, at: now };
      await keepFeedback(tx, added, mend, proposed, { before: null, after: [content] });
    }
    return added;
  }
}

export async function readSubject(tx: Transaction, task: TaskRow): Promise<SubjectAtHand> {
  const subject = await findSubject(tx, task);
  const { newsroomId, articleId, versionNumber } = subject;
  await lockArticle(tx, articleId);
  const text = (await findVersionText(tx, newsroomId, articleId, versionNumber)) ?? '';
  return { subject, text, task, input: new MendInput(text) };
}

/** Writes what the mend made, and gives what the task repeats of it. */
async function applyOutcome(tx: Transaction, { subject, text, task }: SubjectAtHand, outcome: MendOutcome) {
  const { after, state, mergedIntoId, evidenceTaken } = outcome;
  if (state !== undefined) {
    if (state === 'STANDING') await refuseTwin(tx, subject, subject.kind, subject.content, subject.id);
    await setSubjectState(tx, subject, state);
    return { subjectState: state, ...(mergedIntoId === undefined ? {} : { mergedIntoId }) };
  }
  const content = after[0]!;
  // Evidence that comes along is a change as well.
  if (evidenceTaken === undefined && isSame(subject.content, content)) {
    throw new RequestError('INVALID_TRANSITION', 'There is nothing to change: it is so already');
  }
  await refuseTwin(tx, subject, subject.kind, content, subject.id);
  // A quote is as check-worthy as the weightiest of its claims, wherever it begins and ends.
  const judged = subject.kind === 'CLAIM' ? judge(text, task.language, content) : null;
  await writeSubject(tx, subject, content, judged);
  const checkWorthiness = judged?.checkWorthiness ?? task.checkWorthiness;
  const listed = { ...listedOf(content), checkWorthiness };
  return { ...listed, priority: taskPriority({ kind: subject.kind, ...listed, anonymousSpeaker: listed.anonymous }) };
}

export const isSame = (before: SubjectContent, after: SubjectContent): boolean =>
  canonical(before) === canonical(after);

/** The database gives an object's keys in an order of its own. */
const canonical = (content: SubjectContent): string =>
  JSON.stringify(content, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

/** Two of one kind at the same place would be one question asked twice. */
async function refuseTwin(
  tx: Transaction,
  place: SubjectPlace,
  kind: SubjectKind,
  content: SubjectContent,
  exceptId: string | null,
): Promise<void> {
  const twin = await findTwin(tx, place, kind, content, exceptId);
  if (!twin) return;
  const name = kind === 'QUOTE' ? 'A quote' : 'A claim';
  const message =
    twin.state === 'REJECTED'
      ? `${name} at these spans was rejected: restore it instead`
      : `${name} at these spans is there already`;
  throw new RequestError('CONFLICT', message, { taskId: twin.taskId });
}

export function judge(text: string, language: string, { spans, stance, speaker, cue }: SubjectContent): SpansJudged {
  const attributed = speaker !== null || cue !== null;
  return judgeSpans(text, { spans, stance: stance ?? 'ASSERTED', attributed, language });
}
