import { removeTotpOperation, startTotpOperation } from '$lib/server/api/operations/factors.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(startTotpOperation)
export const DELETE = endpoint(removeTotpOperation)
export const fallback = otherMethods('POST', 'DELETE')
