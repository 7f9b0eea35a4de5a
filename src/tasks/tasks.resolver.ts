import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { readMembers } from '../accounts/accounts.store.js';
import { loadOne, type RequestContext } from '../accounts/request-context.js';
import { type ArticleRow, readArticles } from '../articles/articles.store.js';
import { type ClaimRow, type QuoteRow, readClaims, readQuotes } from '../claims/claims.store.js';
import type {
  ArticleTasksArgs,
  QueryReviewTaskArgs,
  QueryReviewTasksArgs,
  ReviewTaskEventsArgs,
} from '../generated/graphql.js';
import { type Connection, readPageRequest, toConnection } from '../platform/graphql/connection.js';
import { isId } from '../platform/ids.js';
import { countTasks, cursorForm, cursorOf, DEFAULT_ORDER, pageOfTasks } from './task-list.js';
import { countEvents, pageOfEvents, readTasks, type TaskEventRow, type TaskRow } from './tasks.store.js';

@Resolver('ReviewTask')
export class TasksResolver {
  @Query()
  async reviewTask(@Args() { id }: QueryReviewTaskArgs, @Context() context: RequestContext): Promise<TaskRow | null> {
    return isId(id) ? loadOne(context, readTasks, id) : null;
  }

  @Query()
  reviewTasks(@Args() args: QueryReviewTasksArgs, @Context() context: RequestContext) {
    return listTasks(args, context);
  }

  @ResolveField()
  article(@Parent() task: TaskRow, @Context() context: RequestContext) {
    return loadOne(context, readArticles, task.articleId);
  }

  @ResolveField()
  subject(@Parent() task: TaskRow, @Context() context: RequestContext): Promise<QuoteRow | ClaimRow | null> {
    return task.quoteId ? loadOne(context, readQuotes, task.quoteId) : loadOne(context, readClaims, task.claimId!);
  }

  @ResolveField()
  assignee(@Parent() task: TaskRow, @Context() context: RequestContext) {
    return task.assigneeId && loadOne(context, readMembers, task.assigneeId);
  }

  @ResolveField()
  lease(@Parent() task: TaskRow) {
    return task.assigneeId && task.leaseExpiresAt && { holderId: task.assigneeId, expiresAt: task.leaseExpiresAt };
  }

  @ResolveField()
  async events(@Parent() task: TaskRow, @Args() args: ReviewTaskEventsArgs, @Context() { read }: RequestContext) {
    const page = readPageRequest(args, { list: `events ${task.id}`, parts: ['integer'] });
    const after = page.after ? Number(page.after[0]) : 0;
    const rows = await read((tx) => pageOfEvents(tx, task.id, after, page.first + 1));
    return toConnection(
      page,
      rows,
      (row) => [row.number],
      () => read((tx) => countEvents(tx, task.id)),
    );
  }
}

/** What this room adds to an article. */
@Resolver('Article')
export class ArticleTasksResolver {
  @ResolveField()
  tasks(@Parent() article: ArticleRow, @Args() args: ArticleTasksArgs, @Context() context: RequestContext) {
    return listTasks({ ...args, filter: { ...args.filter, articleId: article.id } }, context);
  }
}

@Resolver('Lease')
export class LeaseResolver {
  @ResolveField()
  holder(@Parent() lease: { holderId: string }, @Context() context: RequestContext) {
    return loadOne(context, readMembers, lease.holderId);
  }
}

@Resolver('TaskEvent')
export class TaskEventResolver {
  @ResolveField()
  version(@Parent() event: TaskEventRow): number {
    return event.number;
  }

  @ResolveField()
  actor(@Parent() event: TaskEventRow, @Context() context: RequestContext) {
    return event.actorId && loadOne(context, readMembers, event.actorId);
  }
}

/** A subject is a claim where it has a stance. */
@Resolver('ReviewSubject')
export class ReviewSubjectResolver {
  @ResolveField('__resolveType')
  typeOf(subject: QuoteRow | ClaimRow): 'Quote' | 'Claim' {
    return 'stance' in subject ? 'Claim' : 'Quote';
  }
}

async function listTasks(args: QueryReviewTasksArgs, { viewer, read }: RequestContext): Promise<Connection<TaskRow>> {
  const order = args.orderBy ?? DEFAULT_ORDER;
  const filter = args.filter ?? {};
  const page = readPageRequest(args, cursorForm(order));
  const rows = await read((tx) => pageOfTasks(tx, filter, order, page, viewer.memberId));
  return toConnection(
    page,
    rows,
    (task) => cursorOf(order, task),
    () => read((tx) => countTasks(tx, filter, viewer.memberId)),
  );
}
