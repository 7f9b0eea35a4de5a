import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { loadOne, type RequestContext } from '../../accounts/request-context.js';
import type { ReviewTaskSimilarArgs } from '../../generated/graphql.js';
import { badInput } from '../../platform/request-error.js';
import { readTasks, type TaskRow } from '../../tasks/tasks.store.js';
import { type ClaimMatchRow, matchKey, readClaimMatches } from './claim-matches.js';
import { readExternalFactChecks } from './external-fact-checks.store.js';

const DEFAULT_FIRST = 5;
const MOST_FIRST = 20;

/** What this room adds to a task. */
@Resolver('ReviewTask')
export class TaskMatchesResolver {
  @ResolveField()
  async similar(
    @Parent() task: TaskRow,
    @Args() args: ReviewTaskSimilarArgs,
    @Context() context: RequestContext,
  ): Promise<ClaimMatchRow[]> {
    const first = args.first ?? DEFAULT_FIRST;
    if (first < 0 || first > MOST_FIRST) throw badInput({ first: `must be 0 to ${MOST_FIRST}` });
    return (await loadOne(context, readClaimMatches, matchKey(task.id, first))) ?? [];
  }
}

@Resolver('ClaimMatch')
export class ClaimMatchResolver {
  @ResolveField()
  task(@Parent() { taskId }: ClaimMatchRow, @Context() context: RequestContext) {
    return taskId && loadOne(context, readTasks, taskId);
  }

  @ResolveField()
  externalFactCheck(@Parent() { externalId }: ClaimMatchRow, @Context() context: RequestContext) {
    return externalId && loadOne(context, readExternalFactChecks, externalId);
  }
}
