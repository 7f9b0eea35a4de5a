import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { forgetLoaded, type RequestContext } from '../accounts/request-context.js';
import type {
  MutationAddEvidenceArgs,
  MutationApproveVerdictArgs,
  MutationAssignTaskArgs,
  MutationDismissTaskArgs,
  MutationEscalateTaskArgs,
  MutationNextTaskArgs,
  MutationProposeVerdictArgs,
  MutationReleaseTaskArgs,
  MutationRemoveEvidenceArgs,
  MutationConfirmTaskArgs,
  MutationReopenTaskArgs,
  MutationRequestChangesArgs,
  MutationSaveVerdictDraftArgs,
  MutationTakeTaskArgs,
  MutationUpdateEvidenceArgs,
  MutationWithdrawEscalationArgs,
  MutationWithdrawVerdictArgs,
} from '../generated/graphql.js';
import { EvidenceService } from './evidence.service.js';
import { TasksService } from './tasks.service.js';
import { VerdictsService } from './verdicts.service.js';

/** Every button on a task. */
@Resolver()
export class TaskActionsResolver {
  constructor(
    private readonly tasks: TasksService,
    private readonly evidence: EvidenceService,
    private readonly verdicts: VerdictsService,
  ) {}

  @Mutation()
  takeTask(@Args() { id }: MutationTakeTaskArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.tasks.take(context.viewer, id);
  }

  @Mutation()
  releaseTask(@Args() { id, reason }: MutationReleaseTaskArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.tasks.release(context.viewer, id, reason ?? null);
  }

  @Mutation()
  assignTask(@Args() { id, memberId, reason }: MutationAssignTaskArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.tasks.assign(context.viewer, id, memberId, reason ?? null);
  }

  @Mutation()
  escalateTask(@Args() { input }: MutationEscalateTaskArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.tasks.escalate(context.viewer, input);
  }

  @Mutation()
  withdrawEscalation(
    @Args() { taskId, expectedVersion }: MutationWithdrawEscalationArgs,
    @Context() context: RequestContext,
  ) {
    forgetLoaded(context);
    return this.tasks.withdrawEscalation(context.viewer, taskId, expectedVersion);
  }

  @Mutation()
  nextTask(@Args() args: MutationNextTaskArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.tasks.next(context.viewer, args);
  }

  @Mutation()
  dismissTask(@Args() { input }: MutationDismissTaskArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.tasks.dismiss(context.viewer, input);
  }

  @Mutation()
  reopenTask(@Args() { input }: MutationReopenTaskArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.tasks.reopen(context.viewer, input);
  }

  @Mutation()
  confirmTask(@Args() { input }: MutationConfirmTaskArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.tasks.confirm(context.viewer, input);
  }

  @Mutation()
  addEvidence(@Args() { input }: MutationAddEvidenceArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.evidence.add(context.viewer, input);
  }

  @Mutation()
  updateEvidence(@Args() { input }: MutationUpdateEvidenceArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.evidence.update(context.viewer, input);
  }

  @Mutation()
  removeEvidence(@Args() { id }: MutationRemoveEvidenceArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.evidence.remove(context.viewer, id);
  }

  @Mutation()
  proposeVerdict(@Args() { input }: MutationProposeVerdictArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.verdicts.propose(context.viewer, input);
  }

  @Mutation()
  withdrawVerdict(
    @Args() { taskId, expectedVersion }: MutationWithdrawVerdictArgs,
    @Context() context: RequestContext,
  ) {
    forgetLoaded(context);
    return this.verdicts.withdraw(context.viewer, taskId, expectedVersion);
  }

  @Mutation()
  approveVerdict(@Args() { input }: MutationApproveVerdictArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.verdicts.approve(context.viewer, input);
  }

  @Mutation()
  requestChanges(@Args() { input }: MutationRequestChangesArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.verdicts.requestChanges(context.viewer, input);
  }

  @Mutation()
  saveVerdictDraft(@Args() { input }: MutationSaveVerdictDraftArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.verdicts.saveDraft(context.viewer, input);
  }
}
