export { apiKeyIdInput, createApiKeyInput, listApiKeysInput } from './keys/apiKey.schema.ts'
export * from './keys/apiKey.view.ts'
export { listManagedProviders } from './listManagedProviders.ts'
export { createApiKey } from './keys/createApiKey.ts'
export { listApiKeys } from './keys/listApiKeys.ts'
export { revokeApiKey } from './keys/revokeApiKey.ts'
export { changeWebhook, removeWebhook } from './webhooks/changeWebhook.ts'
export { createCourier, type Courier } from './webhooks/courier.ts'
export { createWebhook } from './webhooks/createWebhook.ts'
export { fanOutNews } from './webhooks/fanOutNews.ts'
export { listDeliveries } from './webhooks/listDeliveries.ts'
export { getWebhook, listWebhooks } from './webhooks/listWebhooks.ts'
export { pruneDeliveries } from './webhooks/pruneDeliveries.ts'
export { replayDeliveries, testWebhook } from './webhooks/replayDeliveries.ts'
export { rotateWebhookSecret } from './webhooks/rotateWebhookSecret.ts'
export {
  changeWebhookInput,
  createWebhookInput,
  listDeliveriesInput,
  listWebhooksInput,
  replayInput,
  webhookIdInput,
} from './webhooks/webhook.schema.ts'
export * from './webhooks/webhook.view.ts'
export { WEBHOOK_EVENTS } from './webhooks/webhookEvents.ts'
