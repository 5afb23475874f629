import { rotateWebhookSecretOperation } from '$lib/server/api/operations/webhooks.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(rotateWebhookSecretOperation)
export const fallback = otherMethods('POST')
