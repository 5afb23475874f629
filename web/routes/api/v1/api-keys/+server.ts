import { createApiKey, createApiKeyInput, listApiKeys, listApiKeysInput } from '@mayago/core/partners/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(listApiKeysInput, listApiKeys)
export const POST = endpoint(createApiKeyInput, createApiKey, 201)
export const fallback = otherMethods('GET', 'POST')
