import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { QueryMembersArgs } from '../generated/graphql.js';
import type { Member } from '../generated/prisma/client.js';
import { readPageRequest, toConnection } from '../platform/graphql/connection.js';
import { countMembers, pageOfMembers, readMembers, readNewsrooms } from './accounts.store.js';
import { Memberships } from './memberships.js';
import { type BatchRead, loadOne, type RequestContext } from './request-context.js';
import type { Viewer } from './viewer.js';

@Resolver('Viewer')
export class ViewerResolver {
  constructor(private readonly memberships: Memberships) {}

  @Query()
  viewer(@Context() { viewer }: RequestContext): Viewer {
    return viewer;
  }

  @Query()
  async members(@Args() args: QueryMembersArgs, @Context() { read }: RequestContext) {
    const page = readPageRequest(args, { list: `members ${args.active ?? 'all'}`, parts: ['id'] });
    const after = page.after ? String(page.after[0]) : null;
    const active = args.active ?? null;
    const rows = await read((tx) => pageOfMembers(tx, active, page.first + 1, after));
    return toConnection(
      page,
      rows,
      (row) => [row.id],
      () => read((tx) => countMembers(tx, active)),
    );
  }

  @ResolveField()
  newsroom(@Parent() viewer: Viewer, @Context() context: RequestContext) {
    return this.readOwn(viewer, context, readNewsrooms, viewer.newsroom.newsroomId);
  }

  @ResolveField()
  member(@Parent() viewer: Viewer, @Context() context: RequestContext) {
    return viewer.memberId && this.readOwn(viewer, context, readMembers, viewer.memberId);
  }

  /** selectNewsroom answers with a viewer in another newsroom than the request's, to which its loaders are limited. */
  private async readOwn<Row>(viewer: Viewer, context: RequestContext, read: BatchRead<string, Row>, id: string) {
    if (viewer === context.viewer) return loadOne(context, read, id);
    return (await viewer.newsroom.transaction((tx) => read(tx, [id]))).get(id) ?? null;
  }

  /** Read past the one newsroom that the request is about: a person's own memberships, and nothing else of theirs. */
  @ResolveField()
  async newsrooms(@Parent() viewer: Viewer, @Context() context: RequestContext) {
    const here = viewer.newsroom.newsroomId;
    if (viewer.session) {
      const all = await this.memberships.of(viewer.session.userId);
      return all.map(({ newsroom, role }) => ({ newsroom, role, selected: newsroom.id === here }));
    }
    return [{ newsroom: await loadOne(context, readNewsrooms, here), role: viewer.role, selected: true }];
  }
}

@Resolver('Member')
export class MemberResolver {
  @ResolveField()
  active(@Parent() { deactivatedAt }: Member): boolean {
    return deactivatedAt === null;
  }
}
