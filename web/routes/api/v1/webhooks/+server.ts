import { createWebhook, createWebhookInput, listWebhooks, listWebhooksInput } from '@mayago/core/partners/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(listWebhooksInput, listWebhooks)
export const POST = endpoint(createWebhookInput, createWebhook, 201)
export const fallback = otherMethods('GET', 'POST')
