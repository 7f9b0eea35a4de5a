import { Inject } from '@nestjs/common';
import { Args, Context, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { readMembers } from '../accounts/accounts.store.js';
import { readSealed } from '../accounts/audit/newsroom-events.store.js';
import { forgetLoaded, loadOne, type RequestContext } from '../accounts/request-context.js';
import { type ArticleRow, readArticles } from '../articles/articles.store.js';
import { type ClaimRow, type QuoteRow, readClaims, readQuotes } from '../claims/claims.store.js';
import type {
  ArticleTasksArgs,
  QueryReviewTaskArgs,
  QueryReviewTasksArgs,
  ReviewTaskEventsArgs,
  ReviewTaskStatus,
  SubscriptionReviewTaskChangedArgs,
  TaskAction,
} from '../generated/graphql.js';
import { allowedActions } from '../core/workflow/allowed-actions.js';
import type { Change } from '../platform/changes/announce-change.js';
import { ChangeFeed } from '../platform/changes/change-feed.js';
import { CLOCK, type Clock } from '../platform/clock.js';
import { type Connection, readPageRequest, toConnection } from '../platform/graphql/connection.js';
import { isId } from '../platform/ids.js';
import { countTasks, cursorForm, cursorOf, DEFAULT_ORDER, pageOfTasks } from './task-list.js';
import { readPolicies } from './newsroom-policy.store.js';
import { readRules } from './newsroom-rules.js';
import { standingAt } from './standing.js';
import { readTaskStates, toWorkflowEvent } from './task-state.js';
import {
  commentKey,
  countEvents,
  pageOfEvents,
  readComments,
  readTasks,
  type TaskEventRow,
  type TaskRow,
} from './tasks.store.js';
import { actorOf } from './workflow.js';

@Resolver('ReviewTask')
export class TasksResolver {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly changes: ChangeFeed,
  ) {}

  @Query()
  async reviewTask(@Args() { id }: QueryReviewTaskArgs, @Context() context: RequestContext): Promise<TaskRow | null> {
    return isId(id) ? loadOne(context, readTasks, id) : null;
  }

  @Query()
  reviewTasks(@Args() args: QueryReviewTasksArgs, @Context() context: RequestContext) {
    return listTasks(args, context, this.clock.now());
  }

  @Subscription('reviewTaskChanged', {
    resolve: ([{ id }]: [Change], _args: unknown, context: RequestContext) => {
      forgetLoaded(context);
      return loadOne(context, readTasks, id);
    },
  })
  reviewTaskChanged(@Args() { articleId }: SubscriptionReviewTaskChangedArgs, @Context() { viewer }: RequestContext) {
    return this.changes.follow({ kind: 'TASK', newsroomId: viewer.newsroom.newsroomId, articleId });
  }

  @ResolveField()
  status(@Parent() task: TaskRow): ReviewTaskStatus {
    return standingAt(task, this.clock.now()).status;
  }

  @ResolveField()
  stale(@Parent() task: TaskRow): boolean {
    return task.staleSince !== null;
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
    const { lease } = standingAt(task, this.clock.now());
    return lease && loadOne(context, readMembers, lease.holderId);
  }

  @ResolveField()
  lease(@Parent() task: TaskRow) {
    return standingAt(task, this.clock.now()).lease;
  }

  @ResolveField()
  async allowedActions(@Parent() task: TaskRow, @Context() context: RequestContext): Promise<readonly TaskAction[]> {
    const state = await loadOne(context, readTaskStates, task.id);
    const rules = await loadOne(context, readRules, task.newsroomId);
    if (!state || !rules) return [];
    const now = this.clock.now().getTime();
    const { policy, scales } = rules;
    const { kind } = task;
    const { ratings } = scales[kind];
    const allowed = allowedActions(state, actorOf(context.viewer), { now, policy, kind, ratings });
    if (!allowed.includes('REOPEN')) return allowed;
    // What a withdrawn article has dismissed comes back with the article alone.
    const article = await loadOne(context, readArticles, task.articleId);
    return allowed.filter((action) => action !== 'REOPEN' || article?.status !== 'WITHDRAWN');
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
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @ResolveField()
  tasks(@Parent() article: ArticleRow, @Args() args: ArticleTasksArgs, @Context() context: RequestContext) {
    return listTasks({ ...args, filter: { ...args.filter, articleId: article.id } }, context, this.clock.now());
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
  from(@Parent() event: TaskEventRow): ReviewTaskStatus {
    return toWorkflowEvent(event).from;
  }

  @ResolveField()
  to(@Parent() event: TaskEventRow): ReviewTaskStatus {
    return toWorkflowEvent(event).to;
  }

  @ResolveField()
  comment(@Parent() event: TaskEventRow, @Context() context: RequestContext): Promise<string | null> {
    return loadOne(context, readComments, commentKey(event));
  }

  @ResolveField()
  task(@Parent() event: TaskEventRow, @Context() context: RequestContext) {
    return loadOne(context, readTasks, event.taskId);
  }

  @ResolveField()
  sealed(@Parent() event: TaskEventRow, @Context() context: RequestContext): Promise<boolean | null> {
    return loadOne(context, readSealed, event.id);
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

async function listTasks(args: QueryReviewTasksArgs, context: RequestContext, now: Date): Promise<Connection<TaskRow>> {
  const { viewer, read } = context;
  const order = args.orderBy ?? DEFAULT_ORDER;
  const filter = args.filter ?? {};
  const page = readPageRequest(args, cursorForm(order));
  const policy = filter.inbox == null ? null : await loadOne(context, readPolicies, viewer.newsroom.newsroomId);
  const asker = { memberId: viewer.memberId, now, worthAtLeast: policy?.checkWorthinessThreshold ?? 0 };
  const rows = await read((tx) => pageOfTasks(tx, filter, order, page, asker));
  return toConnection(
    page,
    rows,
    (task) => cursorOf(order, task),
    () => read((tx) => countTasks(tx, filter, asker)),
  );
}
