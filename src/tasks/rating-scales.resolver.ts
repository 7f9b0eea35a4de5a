import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { forgetLoaded, loadOne, type RequestContext } from '../accounts/request-context.js';
import type { Rating, RatingScale } from '../core/workflow/rating-scale.js';
import { DEFAULT_RATING_SCALES } from '../core/workflow/rating-scales.js';
import type {
  MutationRetireRatingScaleArgs,
  MutationSaveRatingScaleArgs,
  QueryRatingScalesArgs,
  QueryRatingScaleVersionsArgs,
} from '../generated/graphql.js';
import { readRules } from './newsroom-rules.js';
import { RatingScalesService } from './rating-scales.service.js';
import { isRetired, readScaleRecords, scaleKey } from './rating-scales.store.js';

@Resolver('RatingScale')
export class RatingScalesResolver {
  constructor(private readonly service: RatingScalesService) {}

  @Query()
  async ratingScales(@Args() { kind }: QueryRatingScalesArgs, @Context() context: RequestContext) {
    return Object.values(await scalesInForce(context)).filter((scale) => kind == null || scale.kind === kind);
  }

  @Query()
  async ratingScaleVersions(@Args() { kind }: QueryRatingScaleVersionsArgs, @Context() context: RequestContext) {
    const all = [...(await ownScales(context)).toReversed(), ...Object.values(DEFAULT_RATING_SCALES)];
    return all.filter((scale) => kind == null || scale.kind === kind);
  }

  @Mutation()
  saveRatingScale(@Args() { input }: MutationSaveRatingScaleArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.service.save(context.viewer, input);
  }

  @Mutation()
  retireRatingScale(
    @Args() { code, expectedVersion }: MutationRetireRatingScaleArgs,
    @Context() context: RequestContext,
  ) {
    forgetLoaded(context);
    return this.service.retire(context.viewer, code, expectedVersion);
  }

  @ResolveField()
  isDefault(@Parent() scale: RatingScale): boolean {
    return Object.values(DEFAULT_RATING_SCALES).some(({ code }) => code === scale.code);
  }

  @ResolveField()
  async inForce(@Parent() scale: RatingScale, @Context() context: RequestContext): Promise<boolean> {
    return scaleKey((await scalesInForce(context))[scale.kind]) === scaleKey(scale);
  }

  @ResolveField()
  async retired(@Parent() scale: RatingScale, @Context() context: RequestContext): Promise<boolean> {
    return isRetired(await ownScales(context), scale);
  }

  @ResolveField()
  async createdAt(@Parent() scale: RatingScale, @Context() context: RequestContext): Promise<Date | null> {
    const own = await ownScales(context);
    return own.find((each) => scaleKey(each) === scaleKey(scale))?.createdAt ?? null;
  }
}

const ownScales = async (context: RequestContext) =>
  (await loadOne(context, readScaleRecords, context.viewer.newsroom.newsroomId)) ?? [];

const scalesInForce = async (context: RequestContext) =>
  (await loadOne(context, readRules, context.viewer.newsroom.newsroomId))!.scales;

@Resolver('Rating')
export class RatingResolver {
  @ResolveField()
  ratingValue(@Parent() { claimReview }: Rating): number | null {
    return claimReview?.ratingValue ?? null;
  }

  @ResolveField()
  bestRating(@Parent() { claimReview }: Rating): number | null {
    return claimReview?.bestRating ?? null;
  }

  @ResolveField()
  worstRating(@Parent() { claimReview }: Rating): number | null {
    return claimReview?.worstRating ?? null;
  }
}
