import { holdIdInput, releaseHold } from '@mayago/core/booking/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const DELETE = endpoint(holdIdInput, releaseHold)
export const fallback = otherMethods('DELETE')
