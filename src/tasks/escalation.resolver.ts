import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { readMembers } from '../accounts/accounts.store.js';
import { loadOne, type RequestContext } from '../accounts/request-context.js';
import { escalationOf } from './escalation.js';
import { commentKey, readComments, type TaskRow } from './tasks.store.js';

/** What an escalation adds to a task. */
@Resolver('ReviewTask')
export class TaskEscalationResolver {
  @ResolveField()
  escalation(@Parent() task: TaskRow, @Context() context: RequestContext) {
    const escalation = escalationOf(task);
    if (!escalation) return null;
    const { byId, at, version } = escalation;
    return {
      at: new Date(at),
      by: () => loadOne(context, readMembers, byId),
      reason: () => loadOne(context, readComments, commentKey({ taskId: task.id, number: version })),
    };
  }
}
