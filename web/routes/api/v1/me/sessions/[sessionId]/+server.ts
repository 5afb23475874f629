import { endSessionOperation } from '$lib/server/api/operations/sessions.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const DELETE = endpoint(endSessionOperation)
export const fallback = otherMethods('DELETE')
