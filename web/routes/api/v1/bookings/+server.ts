import { beginBookingInput } from '@mayago/core/booking/index.ts'
import { beginBooking } from '@mayago/core/payments/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(beginBookingInput, beginBooking, 201, { limits: ['checkout'] })
export const fallback = otherMethods('POST')
