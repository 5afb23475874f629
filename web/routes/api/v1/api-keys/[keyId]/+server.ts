import { revokeApiKeyOperation } from '$lib/server/api/operations/apiKeys.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const DELETE = endpoint(revokeApiKeyOperation)
export const fallback = otherMethods('DELETE')
