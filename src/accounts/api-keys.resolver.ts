import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type {
  MutationCreateApiKeyArgs,
  MutationRevokeApiKeyArgs,
  MutationRotateApiKeyArgs,
  QueryApiKeysArgs,
} from '../generated/graphql.js';
import type { ApiKey } from '../generated/prisma/client.js';
import { readPageRequest, toConnection } from '../platform/graphql/connection.js';
import { RequestError } from '../platform/request-error.js';
import { readMembers } from './accounts.store.js';
import { ApiKeysService } from './api-keys.service.js';
import { countKeys, pageOfKeys, readKeys } from './api-keys.store.js';
import { forgetLoaded, loadOne, type RequestContext } from './request-context.js';

@Resolver('ApiKey')
export class ApiKeysResolver {
  constructor(private readonly keys: ApiKeysService) {}

  @Query()
  async apiKeys(@Args() args: QueryApiKeysArgs, @Context() { viewer, read }: RequestContext) {
    const whose = this.keys.visibleTo(viewer);
    if (!whose) throw new RequestError('FORBIDDEN', 'A machine sees no keys');
    const page = readPageRequest(args, { list: 'api keys', parts: ['id'] });
    const before = page.after ? String(page.after[0]) : null;
    const rows = await read((tx) => pageOfKeys(tx, whose, page.first + 1, before));
    return toConnection(
      page,
      rows,
      (row) => [row.id],
      () => read((tx) => countKeys(tx, whose)),
    );
  }

  @ResolveField()
  member(@Parent() { memberId }: ApiKey, @Context() context: RequestContext) {
    return memberId && loadOne(context, readMembers, memberId);
  }

  @ResolveField()
  replacedBy(@Parent() { replacedById }: ApiKey, @Context() context: RequestContext) {
    return replacedById && loadOne(context, readKeys, replacedById);
  }

  @Mutation()
  createApiKey(@Args() { input }: MutationCreateApiKeyArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.keys.create(context.viewer, input);
  }

  @Mutation()
  rotateApiKey(@Args() { id, overlapMinutes }: MutationRotateApiKeyArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.keys.rotate(context.viewer, id, overlapMinutes ?? null);
  }

  @Mutation()
  revokeApiKey(@Args() { id }: MutationRevokeApiKeyArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.keys.revoke(context.viewer, id);
  }
}
