import {
  changeWebhook,
  changeWebhookInput,
  getWebhook,
  removeWebhook,
  webhookIdInput,
} from '@mayago/core/partners/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(webhookIdInput, getWebhook)
export const PATCH = endpoint(changeWebhookInput, changeWebhook)
export const DELETE = endpoint(webhookIdInput, removeWebhook)
export const fallback = otherMethods('GET', 'PATCH', 'DELETE')
