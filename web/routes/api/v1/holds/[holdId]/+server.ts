import { releaseHoldOperation } from '$lib/server/api/operations/booking.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const DELETE = endpoint(releaseHoldOperation)
export const fallback = otherMethods('DELETE')
