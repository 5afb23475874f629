import { placeHold, placeHoldInput } from '@mayago/core/booking/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(placeHoldInput, placeHold, 201, { limits: ['holds'] })
export const fallback = otherMethods('POST')
