import { apiKeyIdInput, revokeApiKey } from '@mayago/core/partners/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const DELETE = endpoint(apiKeyIdInput, revokeApiKey)
export const fallback = otherMethods('DELETE')
