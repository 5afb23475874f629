import {
  changeWebhookOperation,
  getWebhookOperation,
  removeWebhookOperation,
} from '$lib/server/api/operations/webhooks.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(getWebhookOperation)
export const PATCH = endpoint(changeWebhookOperation)
export const DELETE = endpoint(removeWebhookOperation)
export const fallback = otherMethods('GET', 'PATCH', 'DELETE')
