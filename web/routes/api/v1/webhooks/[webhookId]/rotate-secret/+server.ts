import { rotateWebhookSecret, webhookIdInput } from '@mayago/core/partners/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(webhookIdInput, rotateWebhookSecret)
export const fallback = otherMethods('POST')
