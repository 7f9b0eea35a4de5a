/** The mutations and queries of webhooks, as the tests send them. */
const WEBHOOK =
  'id kind url host events enabled disabledAt disabledReason failingSince lastDeliveredAt description language secrets { id expiresAt }';
const DELIVERY = `id event subjectId occurredAt status attempts nextAttemptAt deliveredAt payload
  log { nodes { number status failure response duration } }`;

export const CREATE = `mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { secret webhook { ${WEBHOOK} } } }`;
export const UPDATE = `mutation ($input: UpdateWebhookInput!) { updateWebhook(input: $input) { ${WEBHOOK} } }`;
export const ROTATE = `mutation ($id: ID!, $minutes: Int) { rotateWebhookSecret(id: $id, overlapMinutes: $minutes) { secret webhook { ${WEBHOOK} } } }`;
export const ENABLE = `mutation ($id: ID!) { enableWebhook(id: $id) { ${WEBHOOK} } }`;
export const DISABLE = `mutation ($id: ID!) { disableWebhook(id: $id) { ${WEBHOOK} } }`;
export const DELETE = 'mutation ($id: ID!) { deleteWebhook(id: $id) }';
export const PING = `mutation ($id: ID!) { pingWebhook(id: $id) { ${DELIVERY} } }`;
export const REPLAY = `mutation ($id: ID!) { replayDelivery(id: $id) { ${DELIVERY} } }`;
export const REPLAY_ALL = 'mutation ($input: ReplayDeliveriesInput!) { replayDeliveries(input: $input) }';
export const WEBHOOKS = `query ($after: String) { webhooks(first: 2, after: $after) { totalCount nodes { ${WEBHOOK} } pageInfo { hasNextPage endCursor } } }`;
export const ONE = `query ($id: ID!) { webhook(id: $id) { ${WEBHOOK} } }`;
export const DELIVERIES = `query ($id: ID!, $status: [WebhookDeliveryStatus!], $first: Int, $after: String) {
  webhookDeliveries(webhookId: $id, status: $status, first: $first, after: $after) {
    totalCount nodes { ${DELIVERY} } pageInfo { hasNextPage endCursor } } }`;
export const DELIVERY_BY_ID = `query ($id: ID!) { webhookDelivery(id: $id) { ${DELIVERY} } }`;
