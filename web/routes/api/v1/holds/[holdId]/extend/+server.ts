import { extendHold, holdIdInput } from '@mayago/core/booking/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(holdIdInput, extendHold)
export const fallback = otherMethods('POST')
