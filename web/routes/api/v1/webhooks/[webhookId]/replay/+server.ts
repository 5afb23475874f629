import { replayDeliveries, replayInput } from '@mayago/core/partners/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(replayInput, replayDeliveries)
export const fallback = otherMethods('POST')
