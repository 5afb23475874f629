import { extendHoldOperation } from '$lib/server/api/operations/booking.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(extendHoldOperation)
export const fallback = otherMethods('POST')
