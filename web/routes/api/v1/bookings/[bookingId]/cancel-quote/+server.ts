import { cancelQuoteOperation } from '$lib/server/api/operations/booking.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(cancelQuoteOperation)
export const fallback = otherMethods('POST')
