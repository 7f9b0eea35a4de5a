import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { readMembers } from '../accounts.store.js';
import { loadOne, type RequestContext } from '../request-context.js';
import { type NewsroomEventRow, readNewsroomEventComments, readSealed } from './newsroom-events.store.js';

@Resolver('NewsroomEvent')
export class NewsroomEventResolver {
  @ResolveField()
  actor(@Parent() { actorKind, actorId }: NewsroomEventRow, @Context() context: RequestContext) {
    return actorKind === 'MEMBER' && actorId !== null ? loadOne(context, readMembers, actorId) : null;
  }

  @ResolveField()
  comment(@Parent() { id }: NewsroomEventRow, @Context() context: RequestContext): Promise<string | null> {
    return loadOne(context, readNewsroomEventComments, id);
  }

  @ResolveField()
  sealed(@Parent() { id }: NewsroomEventRow, @Context() context: RequestContext): Promise<boolean | null> {
    return loadOne(context, readSealed, id);
  }
}
