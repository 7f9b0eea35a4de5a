import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { forgetLoaded, loadOne, type RequestContext } from '../../accounts/request-context.js';
import { requireRole } from '../../accounts/roles.js';
import type * as Given from '../../generated/graphql.js';
import { badInput } from '../../platform/request-error.js';
import { commentKey, type TaskEventRow, type TaskRow } from '../tasks.store.js';
import { countPrecision } from './extraction-precision.js';
import { readFeedback } from './feedback.store.js';
import { MendingService } from './mending.service.js';
import { RegroupingService } from './regrouping.service.js';
import { readReplacedBy, readReplaces } from './replacements.store.js';

const MOST_RULES = 100;

/** Every button that mends the extraction. */
@Resolver()
export class MendingResolver {
  constructor(
    private readonly mending: MendingService,
    private readonly regrouping: RegroupingService,
  ) {}

  @Query()
  extractionPrecision(@Args() args: Given.QueryExtractionPrecisionArgs, @Context() { viewer, read }: RequestContext) {
    requireRole(viewer.role, 'EDITOR');
    const limit = args.limit ?? 20;
    if (limit < 1 || limit > MOST_RULES) throw badInput({ limit: `must be 1 to ${MOST_RULES}` });
    return read((tx) => countPrecision(tx, args.filter ?? {}, limit));
  }

  @Mutation()
  addQuote(@Args() { input }: Given.MutationAddQuoteArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.regrouping.add(context.viewer, 'QUOTE', input);
  }

  @Mutation()
  addClaim(@Args() { input }: Given.MutationAddClaimArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.regrouping.add(context.viewer, 'CLAIM', input);
  }

  @Mutation()
  splitSubject(@Args() { input }: Given.MutationSplitSubjectArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.regrouping.split(context.viewer, input);
  }

  @Mutation()
  mergeSubjects(@Args() { input }: Given.MutationMergeSubjectsArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.regrouping.merge(context.viewer, input);
  }

  @Mutation()
  reattributeSubject(@Args() { input }: Given.MutationReattributeSubjectArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.mending.reattribute(context.viewer, input);
  }

  @Mutation()
  refuseResolution(@Args() { input }: Given.MutationRefuseResolutionArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.mending.refuseResolution(context.viewer, input);
  }

  @Mutation()
  respanSubject(@Args() { input }: Given.MutationRespanSubjectArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.mending.respan(context.viewer, input);
  }

  @Mutation()
  reclassifySubject(@Args() { input }: Given.MutationReclassifySubjectArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.mending.reclassify(context.viewer, input);
  }

  @Mutation()
  rewordProposition(@Args() { input }: Given.MutationRewordPropositionArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.mending.reword(context.viewer, input);
  }

  @Mutation()
  rejectSubject(@Args() { input }: Given.MutationRejectSubjectArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.mending.reject(context.viewer, input);
  }

  @Mutation()
  restoreSubject(@Args() { input }: Given.MutationRestoreSubjectArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.mending.restore(context.viewer, input);
  }
}

/** What mending adds to a task. */
@Resolver('ReviewTask')
export class TaskReplacementsResolver {
  @ResolveField()
  async replaces(@Parent() task: TaskRow, @Context() context: RequestContext): Promise<TaskRow[]> {
    return (await loadOne(context, readReplaces, task.id)) ?? [];
  }

  @ResolveField()
  async replacedBy(@Parent() task: TaskRow, @Context() context: RequestContext): Promise<TaskRow[]> {
    return (await loadOne(context, readReplacedBy, task.id)) ?? [];
  }
}

@Resolver('TaskEvent')
export class TaskEventMendResolver {
  @ResolveField()
  mend(@Parent() event: TaskEventRow, @Context() context: RequestContext) {
    return loadOne(context, readFeedback, commentKey(event));
  }
}
