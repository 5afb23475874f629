import { bookingIdInput, getBooking } from '@mayago/core/booking/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(bookingIdInput, getBooking)
export const fallback = otherMethods('GET')
