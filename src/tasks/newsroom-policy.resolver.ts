import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { forgetLoaded, loadOne, type RequestContext } from '../accounts/request-context.js';
import type { NewsroomPolicy } from '../core/workflow/policy.js';
import type { MutationUpdateNewsroomPolicyArgs } from '../generated/graphql.js';
import { NewsroomPolicyService } from './newsroom-policy.service.js';
import { readPolicies } from './newsroom-policy.store.js';

@Resolver('NewsroomPolicy')
export class NewsroomPolicyResolver {
  constructor(private readonly service: NewsroomPolicyService) {}

  @Query()
  newsroomPolicy(@Context() context: RequestContext): Promise<NewsroomPolicy | null> {
    return loadOne(context, readPolicies, context.viewer.newsroom.newsroomId);
  }

  @Mutation()
  updateNewsroomPolicy(@Args() { input }: MutationUpdateNewsroomPolicyArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.service.update(context.viewer, input);
  }

  @ResolveField()
  leaseMinutes(@Parent() { leaseMs }: NewsroomPolicy): number {
    return leaseMs / 60_000;
  }

  @ResolveField()
  reasonWeights(@Parent() { reasonWeights }: NewsroomPolicy): { name: string; weight: number }[] {
    return Object.entries(reasonWeights)
      .map(([name, weight]) => ({ name, weight }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}
