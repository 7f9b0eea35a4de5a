import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { readMembers } from '../accounts/accounts.store.js';
import { forgetLoaded, loadOne, type RequestContext } from '../accounts/request-context.js';
import type { ArticleRow } from '../articles/articles.store.js';
import type { MutationRestoreArticleArgs, MutationWithdrawArticleArgs } from '../generated/graphql.js';
import { WithdrawalService } from './withdrawal.service.js';

/** What withdrawal adds to an article. */
@Resolver('Article')
export class WithdrawalResolver {
  constructor(private readonly service: WithdrawalService) {}

  @Mutation()
  withdrawArticle(@Args() { id, reason }: MutationWithdrawArticleArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.service.withdraw(context.viewer, id, reason);
  }

  @Mutation()
  restoreArticle(@Args() { id }: MutationRestoreArticleArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.service.restore(context.viewer, id);
  }

  @ResolveField()
  withdrawal(
    @Parent() { withdrawnById, withdrawnAt, withdrawalReason }: ArticleRow,
    @Context() context: RequestContext,
  ) {
    if (withdrawnById === null) return null;
    return { by: () => loadOne(context, readMembers, withdrawnById), at: withdrawnAt, reason: withdrawalReason };
  }
}
