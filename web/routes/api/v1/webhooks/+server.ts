import { createWebhookOperation, listWebhooksOperation } from '$lib/server/api/operations/webhooks.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(listWebhooksOperation)
export const POST = endpoint(createWebhookOperation)
export const fallback = otherMethods('GET', 'POST')
