import { listBookings, listBookingsInput } from '@mayago/core/booking/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(listBookingsInput, listBookings)
export const fallback = otherMethods('GET')
