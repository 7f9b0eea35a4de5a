import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../accounts/viewer.js';
import type { SubjectContent } from '../../claims/subject.js';
import { findClaimTasks } from './replacements.store.js';
import type {
  ReattributeSubjectInput,
  ReclassifySubjectInput,
  RefuseResolutionInput,
  RejectSubjectInput,
  RespanSubjectInput,
  RestoreSubjectInput,
  RewordPropositionInput,
} from '../../generated/graphql.js';
import type { MendAction } from '../../core/workflow/model.js';
import type { Transaction } from '../../platform/database/database.js';
import type { TaskRow } from '../tasks.store.js';
import { lockTasks } from '../tasks.store.js';
import { isSame, judge, type MendRequest, readSubject, type SubjectAtHand, SubjectMender } from './subject-mender.js';

/** What people make of one quote or claim that the extraction proposed. */
@Injectable()
export class MendingService {
  constructor(private readonly mender: SubjectMender) {}

  /** Says anew who said it, and by which words the article says so. */
  reattribute(viewer: Viewer, input: ReattributeSubjectInput): Promise<TaskRow> {
    const plan = (at: SubjectAtHand): SubjectContent => {
      const { content } = at.subject;
      const cue = input.cue ? at.input.span('cue', input.cue) : content.cue;
      const changed = { ...content, ...at.input.speaker(input.speaker), cue };
      // Without a speaker and without a cue of its own, nothing attributes it any more.
      return input.speaker || input.cue ? changed : { ...changed, cue: null };
    };
    return viewer.newsroom.transaction(async (tx) => {
      const claimTasks = input.withClaims ? await findClaimTasks(tx, input.taskId) : [];
      const locked = await lockTasks(tx, [input.taskId, ...claimTasks]);
      const task = await this.change(tx, viewer, input, 'REATTRIBUTE', plan);
      for (const claimTask of locked.filter(({ id }) => claimTasks.includes(id))) {
        const claim = await readSubject(tx, claimTask);
        if (isSame(claim.subject.content, plan(claim))) continue;
        const along = { taskId: claimTask.id, expectedVersion: null, comment: input.comment };
        await this.mender.mend(tx, viewer, along, 'REATTRIBUTE', (at) => ({ after: [plan(at)] }));
      }
      return task;
    });
  }

  /** The mention is no other name for the one that was found: it stands for itself. */
  refuseResolution(viewer: Viewer, input: RefuseResolutionInput): Promise<TaskRow> {
    return this.changeAlone(viewer, input, 'REFUSE_RESOLUTION', ({ subject: { content }, input: read }) => {
      const { mention, speaker } = content;
      if (!mention || !speaker) {
        read.fault('taskId', 'has no mention whose resolution could be refused');
        return content;
      }
      return { ...content, speaker: { ...speaker, name: mention.text }, resolutionRefused: true };
    });
  }

  respan(viewer: Viewer, input: RespanSubjectInput): Promise<TaskRow> {
    return this.changeAlone(viewer, input, 'RESPAN', (at) => {
      const content = { ...at.subject.content, spans: at.input.spans('spans', input.spans) };
      at.input.apart(content);
      return at.input.faults.length ? content : withProposition(at, content);
    });
  }

  /** Another type for a quote, another stance for a claim. */
  reclassify(viewer: Viewer, input: ReclassifySubjectInput): Promise<TaskRow> {
    return this.changeAlone(viewer, input, 'RECLASSIFY', (at) => {
      const { kind, content } = at.subject;
      at.input.only(kind, kind === 'QUOTE' ? { stance: input.stance } : { type: input.type });
      const { type, stance } = input;
      return kind === 'QUOTE'
        ? { ...content, type: type ?? content.type }
        : withProposition(at, { ...content, stance: stance ?? content.stance });
    });
  }

  reword(viewer: Viewer, input: RewordPropositionInput): Promise<TaskRow> {
    return this.changeAlone(viewer, input, 'REWORD', ({ subject: { kind, content }, input: read }) => {
      if (kind === 'QUOTE') read.fault('taskId', 'is about a quote, which has no proposition');
      return { ...content, proposition: read.proposition(input.proposition), propositionOrigin: 'PERSON' };
    });
  }

  async reject(viewer: Viewer, input: RejectSubjectInput): Promise<TaskRow> {
    const { task } = await viewer.newsroom.transaction((tx) =>
      this.mender.mend(tx, viewer, input, 'REJECT', () => ({ after: [], state: 'REJECTED' })),
    );
    return task;
  }

  async restore(viewer: Viewer, input: RestoreSubjectInput): Promise<TaskRow> {
    const { task } = await viewer.newsroom.transaction((tx) =>
      this.mender.mend(tx, viewer, input, 'RESTORE', ({ subject }) => ({
        after: [subject.content],
        state: 'STANDING',
      })),
    );
    return task;
  }

  private changeAlone(
    viewer: Viewer,
    request: MendRequest,
    action: MendAction,
    plan: (at: SubjectAtHand) => SubjectContent,
  ): Promise<TaskRow> {
    return viewer.newsroom.transaction((tx) => this.change(tx, viewer, request, action, plan));
  }

  private async change(
    tx: Transaction,
    viewer: Viewer,
    request: MendRequest,
    action: MendAction,
    plan: (at: SubjectAtHand) => SubjectContent,
  ): Promise<TaskRow> {
    const { task } = await this.mender.mend(tx, viewer, request, action, (at) => {
      const after = plan(at);
      at.input.apart(after);
      return { after: [after] };
    });
    return task;
  }
}

/** The proposition that the extractor would word; one that a person has worded stands. */
export function withProposition({ text, task }: SubjectAtHand, content: SubjectContent): SubjectContent {
  if (content.stance === null || content.propositionOrigin === 'PERSON') return content;
  const { proposition, propositionIsVerbatim } = judge(text, task.language, content);
  return { ...content, proposition, propositionOrigin: propositionIsVerbatim ? 'VERBATIM' : 'RULES' };
}
