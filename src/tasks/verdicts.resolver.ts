import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { readMembers } from '../accounts/accounts.store.js';
import { loadOne, type RequestContext } from '../accounts/request-context.js';
import { findRating, type Rating, type RatingScale } from '../core/workflow/rating-scale.js';
import { readEvidence, type EvidenceRow } from './evidence.store.js';
import { readScales, scaleKey } from './rating-scales.store.js';
import { readTasks, type TaskRow } from './tasks.store.js';
import { draftKey, readDrafts, readVerdicts, verdictInForce, type VerdictRow } from './verdicts.store.js';

/** What evidence and verdicts add to a task. */
@Resolver('ReviewTask')
export class TaskVerdictsResolver {
  @ResolveField()
  async evidence(@Parent() task: TaskRow, @Context() context: RequestContext): Promise<EvidenceRow[]> {
    return (await loadOne(context, readEvidence, task.id)) ?? [];
  }

  @ResolveField()
  async verdict(@Parent() task: TaskRow, @Context() context: RequestContext): Promise<VerdictRow | null> {
    return verdictInForce((await loadOne(context, readVerdicts, task.id)) ?? []);
  }

  @ResolveField()
  async verdicts(@Parent() task: TaskRow, @Context() context: RequestContext): Promise<VerdictRow[]> {
    return (await loadOne(context, readVerdicts, task.id)) ?? [];
  }

  @ResolveField()
  verdictDraft(@Parent() task: TaskRow, @Context() context: RequestContext) {
    const { memberId } = context.viewer;
    return memberId && loadOne(context, readDrafts, draftKey(task.id, memberId));
  }
}

@Resolver('Evidence')
export class EvidenceResolver {
  @ResolveField()
  task(@Parent() evidence: EvidenceRow, @Context() context: RequestContext) {
    return loadOne(context, readTasks, evidence.taskId);
  }

  @ResolveField()
  author(@Parent() evidence: EvidenceRow, @Context() context: RequestContext) {
    return loadOne(context, readMembers, evidence.authorId);
  }
}

@Resolver('Verdict')
export class VerdictResolver {
  @ResolveField()
  async labels(@Parent() verdict: VerdictRow, @Context() context: RequestContext): Promise<Rating['labels'] | null> {
    const scale = await this.scale(verdict, context);
    return (scale && findRating(scale, verdict.rating)?.labels) ?? null;
  }

  @ResolveField()
  scale(
    @Parent() { scaleCode, scaleVersion }: VerdictRow,
    @Context() context: RequestContext,
  ): Promise<RatingScale | null> {
    return loadOne(context, readScales, scaleKey({ code: scaleCode, version: scaleVersion }));
  }

  @ResolveField()
  proposer(@Parent() verdict: VerdictRow, @Context() context: RequestContext) {
    return loadOne(context, readMembers, verdict.proposerId);
  }

  @ResolveField()
  approver(@Parent() verdict: VerdictRow, @Context() context: RequestContext) {
    return verdict.approverId && loadOne(context, readMembers, verdict.approverId);
  }
}
