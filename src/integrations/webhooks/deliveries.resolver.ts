import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { forgetLoaded, loadOne, type RequestContext } from '../../accounts/request-context.js';
import { requireRole } from '../../accounts/roles.js';
import type {
  MutationPingWebhookArgs,
  MutationReplayDeliveriesArgs,
  MutationReplayDeliveryArgs,
  QueryWebhookDeliveriesArgs,
  QueryWebhookDeliveryArgs,
  WebhookDeliveryLogArgs,
} from '../../generated/graphql.js';
import { readPageRequest, toConnection } from '../../platform/graphql/connection.js';
import { isId } from '../../platform/ids.js';
import { DeliveriesService } from './deliveries.service.js';
import {
  type AttemptRow,
  countAttempts,
  countDeliveries,
  type DeliveryRow,
  findDelivery,
  pageOfAttempts,
  pageOfDeliveries,
} from './deliveries.store.js';
import { DeliveryContents } from './delivery-contents.js';
import { nameOfType } from './event-types.js';
import { findWebhook } from './webhooks.store.js';

@Resolver('WebhookDelivery')
export class DeliveriesResolver {
  constructor(
    private readonly service: DeliveriesService,
    private readonly contents: DeliveryContents,
  ) {}

  @Query()
  async webhookDeliveries(@Args() args: QueryWebhookDeliveriesArgs, @Context() { viewer, read }: RequestContext) {
    const { webhookId } = args;
    const webhook = isId(webhookId) ? await read((tx) => findWebhook(tx, webhookId)) : null;
    if (!webhook) return null;
    requireRole(viewer.role, 'ADMIN');
    const page = readPageRequest(args, { list: `deliveries ${webhookId}`, parts: ['number'] });
    const status = args.status ?? null;
    const before = page.after ? Number(page.after[0]) : null;
    const rows = await read((tx) => pageOfDeliveries(tx, { webhookId, status }, page.first + 1, before));
    return toConnection(
      page,
      rows,
      // A newsroom's events count in billions at most, far below what a number holds exactly.
      (row) => [Number(row.sequence)],
      () => read((tx) => countDeliveries(tx, webhookId, status)),
    );
  }

  @Query()
  async webhookDelivery(@Args() { id }: QueryWebhookDeliveryArgs, @Context() { viewer, read }: RequestContext) {
    const found = isId(id) ? await read((tx) => findDelivery(tx, id)) : null;
    if (found) requireRole(viewer.role, 'ADMIN');
    return found;
  }

  @ResolveField()
  event(@Parent() { event }: DeliveryRow) {
    return nameOfType(event.type);
  }

  @ResolveField()
  occurredAt(@Parent() { event }: DeliveryRow) {
    return event.at;
  }

  @ResolveField()
  nextAttemptAt(@Parent() { dueAt }: DeliveryRow) {
    return dueAt;
  }

  @ResolveField()
  payload(@Parent() { id }: DeliveryRow, @Context() context: RequestContext) {
    return loadOne(context, this.contents.read, id);
  }

  @ResolveField()
  async log(@Parent() { id }: DeliveryRow, @Args() args: WebhookDeliveryLogArgs, @Context() { read }: RequestContext) {
    const page = readPageRequest(args, { list: `log ${id}`, parts: ['integer'] });
    const before = page.after ? Number(page.after[0]) : null;
    const rows = await read((tx) => pageOfAttempts(tx, id, page.first + 1, before));
    return toConnection(
      page,
      rows,
      (row) => [row.number],
      () => read((tx) => countAttempts(tx, id)),
    );
  }

  @Mutation()
  pingWebhook(@Args() { id }: MutationPingWebhookArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.service.ping(context.viewer, id);
  }

  @Mutation()
  replayDelivery(@Args() { id }: MutationReplayDeliveryArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.service.replay(context.viewer, id);
  }

  @Mutation()
  replayDeliveries(@Args() { input }: MutationReplayDeliveriesArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.service.replayAll(context.viewer, input);
  }
}

@Resolver('WebhookAttempt')
export class WebhookAttemptResolver {
  @ResolveField()
  duration(@Parent() { durationMs }: AttemptRow) {
    return durationMs;
  }
}
