import { createApiKeyOperation, listApiKeysOperation } from '$lib/server/api/operations/apiKeys.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(listApiKeysOperation)
export const POST = endpoint(createApiKeyOperation)
export const fallback = otherMethods('GET', 'POST')
