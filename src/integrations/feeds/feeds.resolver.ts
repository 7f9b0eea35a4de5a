import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { readMembers } from '../../accounts/accounts.store.js';
import { forgetLoaded, loadOne, type RequestContext } from '../../accounts/request-context.js';
import { requireRole } from '../../accounts/roles.js';
import type {
  MutationCreateFeedArgs,
  MutationDeleteFeedArgs,
  MutationPollFeedArgs,
  MutationUpdateFeedArgs,
  QueryFeedArgs,
  QueryFeedsArgs,
} from '../../generated/graphql.js';
import { readPageRequest, toConnection } from '../../platform/graphql/connection.js';
import { isId } from '../../platform/ids.js';
import { FeedsService } from './feeds.service.js';
import { countFeeds, type FeedRow, findFeed, pageOfFeeds } from './feeds.store.js';

@Resolver('Feed')
export class FeedsResolver {
  constructor(private readonly service: FeedsService) {}

  @Query()
  async feeds(@Args() args: QueryFeedsArgs, @Context() { viewer, read }: RequestContext) {
    requireRole(viewer.role, 'EDITOR');
    const page = readPageRequest(args, { list: 'feeds', parts: ['id'] });
    const before = page.after ? String(page.after[0]) : null;
    const rows = await read((tx) => pageOfFeeds(tx, page.first + 1, before));
    return toConnection(
      page,
      rows,
      (row) => [row.id],
      () => read(countFeeds),
    );
  }

  @Query()
  async feed(@Args() { id }: QueryFeedArgs, @Context() { viewer, read }: RequestContext) {
    const found = isId(id) ? await read((tx) => findFeed(tx, id)) : null;
    if (found) requireRole(viewer.role, 'EDITOR');
    return found;
  }

  @ResolveField()
  enabled(@Parent() { disabledAt }: FeedRow) {
    return disabledAt === null;
  }

  @ResolveField()
  createdBy(@Parent() { createdById }: FeedRow, @Context() context: RequestContext) {
    return createdById && loadOne(context, readMembers, createdById);
  }

  @Mutation()
  createFeed(@Args() { input }: MutationCreateFeedArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.service.create(context.viewer, input);
  }

  @Mutation()
  updateFeed(@Args() { input }: MutationUpdateFeedArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.service.update(context.viewer, input);
  }

  @Mutation()
  deleteFeed(@Args() { id }: MutationDeleteFeedArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.service.remove(context.viewer, id);
  }

  @Mutation()
  pollFeed(@Args() { id }: MutationPollFeedArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.service.poll(context.viewer, id);
  }
}
