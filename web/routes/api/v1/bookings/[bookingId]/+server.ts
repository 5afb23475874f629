import { getBookingOperation } from '$lib/server/api/operations/booking.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(getBookingOperation)
export const fallback = otherMethods('GET')
