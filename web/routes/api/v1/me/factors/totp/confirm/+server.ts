import { confirmTotpOperation } from '$lib/server/api/operations/factors.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(confirmTotpOperation)
export const fallback = otherMethods('POST')
