import { testWebhook, webhookIdInput } from '@mayago/core/partners/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(webhookIdInput, testWebhook, 202)
export const fallback = otherMethods('POST')
