import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { readMembers, readNewsrooms } from '../accounts/accounts.store.js';
import { forgetLoaded, loadOne, type RequestContext } from '../accounts/request-context.js';
import { adviseOnClaimReview } from '../core/claim-review/check-claim-review.js';
import type { ClaimReviewDocument } from '../core/claim-review/model.js';
import type {
  FactCheckOrder,
  MutationApproveCorrectionArgs,
  MutationCorrectFactCheckArgs,
  MutationPublishFactCheckArgs,
  MutationRejectCorrectionArgs,
  QueryFactCheckArgs,
  QueryFactChecksArgs,
} from '../generated/graphql.js';
import { type Connection, readPageRequest, toConnection } from '../platform/graphql/connection.js';
import { isId } from '../platform/ids.js';
import { PublicUrl } from '../platform/public-url.js';
import { readTasks, type TaskRow } from '../tasks/tasks.store.js';
import { claimReviewOf, pageUrl, type Place } from './claim-review-of.js';
import { type CorrectionRow, readCorrections } from './corrections.store.js';
import { CorrectionsService } from './corrections.service.js';
import { type EditionRow, type Part, PARTS } from './edition.js';
import {
  countFactChecks,
  type FactCheckRow,
  findFactCheckBySlug,
  pageOfFactChecks,
  readEditions,
  readFactChecks,
  readFactChecksOfTasks,
} from './fact-checks.store.js';
import { FactChecksService } from './fact-checks.service.js';

@Resolver('FactCheck')
export class FactChecksResolver {
  constructor(
    private readonly service: FactChecksService,
    private readonly correctionsService: CorrectionsService,
    private readonly publicUrl: PublicUrl,
  ) {}

  @Query()
  async factCheck(@Args() { id, slug }: QueryFactCheckArgs, @Context() context: RequestContext) {
    const { newsroomId } = context.viewer.newsroom;
    if (id != null) {
      const found = isId(id) ? await loadOne(context, readFactChecks, id) : null;
      return slug == null || found?.slug === slug ? found : null;
    }
    return slug == null ? null : context.read((tx) => findFactCheckBySlug(tx, newsroomId, slug));
  }

  @Query()
  async factChecks(
    @Args() args: QueryFactChecksArgs,
    @Context() { read }: RequestContext,
  ): Promise<Connection<FactCheckRow>> {
    const order = args.orderBy ?? { field: 'PUBLISHED_AT', direction: 'DESC' };
    const page = readPageRequest(args, { list: listName(order), parts: ['time', 'id'] });
    const filter = args.filter ?? {};
    const rows = await read((tx) => pageOfFactChecks(tx, filter, order, page));
    return toConnection(
      page,
      rows,
      (row) => [(order.field === 'UPDATED_AT' ? row.updatedAt : row.publishedAt).toISOString(), row.id],
      () => read((tx) => countFactChecks(tx, filter)),
    );
  }

  @Mutation()
  publishFactCheck(@Args() { taskId, input }: MutationPublishFactCheckArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.service.publish(context.viewer, taskId, input ?? {});
  }

  @Mutation()
  correctFactCheck(@Args() { input }: MutationCorrectFactCheckArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.correctionsService.propose(context.viewer, input);
  }

  @Mutation()
  approveCorrection(
    @Args() { factCheckId, expectedVersion }: MutationApproveCorrectionArgs,
    @Context() context: RequestContext,
  ) {
    forgetLoaded(context);
    return this.correctionsService.approve(context.viewer, factCheckId, expectedVersion);
  }

  @Mutation()
  rejectCorrection(
    @Args() { factCheckId, comment, expectedVersion }: MutationRejectCorrectionArgs,
    @Context() context: RequestContext,
  ) {
    forgetLoaded(context);
    return this.correctionsService.reject(context.viewer, factCheckId, comment, expectedVersion);
  }

  @ResolveField()
  async url(@Parent() factCheck: FactCheckRow, @Context() context: RequestContext): Promise<string> {
    return pageUrl(await this.placeOf(factCheck, context));
  }

  @ResolveField()
  async claimReview(@Parent() factCheck: FactCheckRow, @Context() context: RequestContext) {
    return (await this.documentOf(factCheck, context)) ?? {};
  }

  @ResolveField()
  async warnings(@Parent() factCheck: FactCheckRow, @Context() context: RequestContext): Promise<readonly string[]> {
    const document = await this.documentOf(factCheck, context);
    return document ? adviseOnClaimReview(document) : [];
  }

  @ResolveField()
  async pendingCorrection(@Parent() factCheck: FactCheckRow, @Context() context: RequestContext) {
    const corrections = await loadOne(context, readCorrections, factCheck.id);
    return corrections?.find((correction) => correction.status === 'PENDING') ?? null;
  }

  @ResolveField()
  corrections(@Parent() factCheck: FactCheckRow, @Context() context: RequestContext) {
    return loadOne(context, readCorrections, factCheck.id);
  }

  @ResolveField()
  editions(@Parent() factCheck: FactCheckRow, @Context() context: RequestContext) {
    return loadOne(context, readEditions, factCheck.id);
  }

  @ResolveField()
  task(@Parent() factCheck: FactCheckRow, @Context() context: RequestContext) {
    return loadOne(context, readTasks, factCheck.taskId);
  }

  @ResolveField()
  async title(@Parent() factCheck: FactCheckRow, @Context() context: RequestContext) {
    return (await inForce(factCheck, context)).title;
  }

  @ResolveField()
  async summary(@Parent() factCheck: FactCheckRow, @Context() context: RequestContext) {
    return (await inForce(factCheck, context)).summary;
  }

  @ResolveField()
  async claimReviewed(@Parent() factCheck: FactCheckRow, @Context() context: RequestContext) {
    return (await inForce(factCheck, context)).claimReviewed;
  }

  @ResolveField()
  async rationale(@Parent() factCheck: FactCheckRow, @Context() context: RequestContext) {
    return (await inForce(factCheck, context)).rationale;
  }

  @ResolveField()
  async labels(@Parent() factCheck: FactCheckRow, @Context() context: RequestContext) {
    return (await inForce(factCheck, context)).rating.labels;
  }

  private async placeOf({ newsroomId, slug }: FactCheckRow, context: RequestContext): Promise<Place> {
    const newsroom = (await loadOne(context, readNewsrooms, newsroomId))!;
    return { base: this.publicUrl.base, newsroom, slug };
  }

  /** Null for what was taken back. */
  private async documentOf(factCheck: FactCheckRow, context: RequestContext): Promise<ClaimReviewDocument | null> {
    if (factCheck.status === 'RETRACTED') return null;
    const dates = { publishedAt: factCheck.publishedAt, modifiedAt: factCheck.updatedAt };
    return claimReviewOf(await inForce(factCheck, context), await this.placeOf(factCheck, context), dates);
  }
}

const inForce = async (factCheck: FactCheckRow, context: RequestContext): Promise<EditionRow> =>
  (await loadOne(context, readEditions, factCheck.id))!.at(-1)!;

@Resolver('FactCheckEdition')
export class FactCheckEditionResolver {
  @ResolveField()
  rating(@Parent() edition: EditionRow): string {
    return edition.rating.code;
  }

  @ResolveField()
  labels(@Parent() edition: EditionRow) {
    return edition.rating.labels;
  }

  @ResolveField()
  participants(@Parent() { participants: { names } }: EditionRow): { part: Part; name: string }[] {
    return names ? PARTS.map((part) => ({ part, name: names[part] })) : [];
  }
}

@Resolver('Correction')
export class CorrectionResolver {
  @ResolveField()
  author(@Parent() correction: CorrectionRow, @Context() context: RequestContext) {
    return loadOne(context, readMembers, correction.authorId);
  }

  @ResolveField()
  decider(@Parent() correction: CorrectionRow, @Context() context: RequestContext) {
    return correction.deciderId && loadOne(context, readMembers, correction.deciderId);
  }
}

/** What this room adds to a task. */
@Resolver('ReviewTask')
export class TaskFactCheckResolver {
  @ResolveField()
  factCheck(@Parent() task: TaskRow, @Context() context: RequestContext) {
    return loadOne(context, readFactChecksOfTasks, task.id);
  }
}

/** The first order had no name of its own: cursors from before there were others go on. */
const listName = ({ field, direction }: FactCheckOrder): string =>
  field === 'PUBLISHED_AT' && direction === 'DESC' ? 'fact-checks' : `fact-checks ${field} ${direction}`;
