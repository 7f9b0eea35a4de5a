import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { readMembers } from '../../accounts/accounts.store.js';
import { type BatchRead, forgetLoaded, loadOne, type RequestContext } from '../../accounts/request-context.js';
import { requireRole } from '../../accounts/roles.js';
import type {
  MutationCreateWebhookArgs,
  MutationDeleteWebhookArgs,
  MutationDisableWebhookArgs,
  MutationEnableWebhookArgs,
  MutationRotateWebhookSecretArgs,
  MutationUpdateWebhookArgs,
  QueryWebhookArgs,
  QueryWebhooksArgs,
} from '../../generated/graphql.js';
import { CLOCK, type Clock } from '../../platform/clock.js';
import { readPageRequest, toConnection } from '../../platform/graphql/connection.js';
import { isId } from '../../platform/ids.js';
import { Inject } from '@nestjs/common';
import { nameOfType } from './event-types.js';
import { WebhooksService } from './webhooks.service.js';
import {
  countWebhooks,
  findWebhook,
  pageOfWebhooks,
  readLiveSecrets,
  type WebhookRow,
  type WebhookSecretRow,
} from './webhooks.store.js';

@Resolver('Webhook')
export class WebhooksResolver {
  private readonly readSecrets: BatchRead<string, WebhookSecretRow[]>;

  constructor(
    private readonly service: WebhooksService,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.readSecrets = (tx, ids) => readLiveSecrets(tx, ids, clock.now());
  }

  @Query()
  async webhooks(@Args() args: QueryWebhooksArgs, @Context() { viewer, read }: RequestContext) {
    requireRole(viewer.role, 'ADMIN');
    const page = readPageRequest(args, { list: 'webhooks', parts: ['id'] });
    const before = page.after ? String(page.after[0]) : null;
    const rows = await read((tx) => pageOfWebhooks(tx, page.first + 1, before));
    return toConnection(
      page,
      rows,
      (row) => [row.id],
      () => read(countWebhooks),
    );
  }

  @Query()
  async webhook(@Args() { id }: QueryWebhookArgs, @Context() { viewer, read }: RequestContext) {
    const found = isId(id) ? await read((tx) => findWebhook(tx, id)) : null;
    if (found) requireRole(viewer.role, 'ADMIN');
    return found;
  }

  @ResolveField()
  url(@Parent() webhook: WebhookRow) {
    return this.service.urlOf(webhook);
  }

  @ResolveField()
  events(@Parent() { events }: WebhookRow) {
    return events.map(nameOfType);
  }

  @ResolveField()
  enabled(@Parent() { disabledAt }: WebhookRow) {
    return disabledAt === null;
  }

  @ResolveField()
  createdBy(@Parent() { createdById }: WebhookRow, @Context() context: RequestContext) {
    return createdById && loadOne(context, readMembers, createdById);
  }

  @ResolveField()
  secrets(@Parent() { id }: WebhookRow, @Context() context: RequestContext) {
    return loadOne(context, this.readSecrets, id);
  }

  @Mutation()
  createWebhook(@Args() { input }: MutationCreateWebhookArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.service.create(context.viewer, input);
  }

  @Mutation()
  updateWebhook(@Args() { input }: MutationUpdateWebhookArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.service.update(context.viewer, input);
  }

  @Mutation()
  rotateWebhookSecret(
    @Args() { id, overlapMinutes }: MutationRotateWebhookSecretArgs,
    @Context() context: RequestContext,
  ) {
    forgetLoaded(context);
    return this.service.rotate(context.viewer, id, overlapMinutes ?? null);
  }

  @Mutation()
  disableWebhook(@Args() { id }: MutationDisableWebhookArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.service.disable(context.viewer, id);
  }

  @Mutation()
  enableWebhook(@Args() { id }: MutationEnableWebhookArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.service.enable(context.viewer, id);
  }

  @Mutation()
  deleteWebhook(@Args() { id }: MutationDeleteWebhookArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.service.remove(context.viewer, id);
  }
}
