import { Module } from '@nestjs/common';
import { DeliveriesResolver, WebhookAttemptResolver } from './deliveries.resolver.js';
import { DeliveriesService } from './deliveries.service.js';
import { DeliveryContents } from './delivery-contents.js';
import { WebhooksResolver } from './webhooks.resolver.js';
import { WebhooksService } from './webhooks.service.js';

@Module({
  providers: [
    WebhooksService,
    DeliveriesService,
    DeliveryContents,
    WebhooksResolver,
    DeliveriesResolver,
    WebhookAttemptResolver,
  ],
  exports: [DeliveryContents],
})
export class WebhooksModule {}
