import { listBookingsOperation } from '$lib/server/api/operations/booking.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(listBookingsOperation)
export const fallback = otherMethods('GET')
