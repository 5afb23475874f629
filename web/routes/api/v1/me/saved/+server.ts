import { listSavedOperation } from '$lib/server/api/operations/saved.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(listSavedOperation)
export const fallback = otherMethods('GET')
