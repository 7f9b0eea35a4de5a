import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { QueryMembersArgs } from '../generated/graphql.js';
import { readPageRequest, toConnection } from '../platform/graphql/connection.js';
import { countMembers, pageOfMembers, readMembers, readNewsrooms } from './accounts.store.js';
import { loadOne, type RequestContext } from './request-context.js';
import type { Viewer } from './viewer.js';

@Resolver('Viewer')
export class ViewerResolver {
  @Query()
  viewer(@Context() { viewer }: RequestContext): Viewer {
    return viewer;
  }

  @Query()
  async members(@Args() args: QueryMembersArgs, @Context() { read }: RequestContext) {
    const page = readPageRequest(args, { list: 'members', parts: ['id'] });
    const after = page.after ? String(page.after[0]) : null;
    const rows = await read((tx) => pageOfMembers(tx, page.first + 1, after));
    return toConnection(
      page,
      rows,
      (row) => [row.id],
      () => read(countMembers),
    );
  }

  @ResolveField()
  newsroom(@Parent() viewer: Viewer, @Context() context: RequestContext) {
    return loadOne(context, readNewsrooms, viewer.newsroom.newsroomId);
  }

  @ResolveField()
  member(@Parent() viewer: Viewer, @Context() context: RequestContext) {
    return viewer.memberId && loadOne(context, readMembers, viewer.memberId);
  }
}
