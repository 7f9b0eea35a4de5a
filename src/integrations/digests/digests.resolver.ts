import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { forgetLoaded, type RequestContext } from '../../accounts/request-context.js';
import type { MutationUpdateDigestArgs } from '../../generated/graphql.js';
import { DigestsService } from './digests.service.js';

@Resolver()
export class DigestsResolver {
  constructor(private readonly service: DigestsService) {}

  @Query()
  digest(@Context() { viewer, read }: RequestContext) {
    const { memberId, newsroom } = viewer;
    return memberId === null ? null : read((tx) => this.service.read(tx, newsroom.newsroomId, memberId));
  }

  @Mutation()
  updateDigest(@Args() { input }: MutationUpdateDigestArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.service.update(context.viewer, input);
  }
}
