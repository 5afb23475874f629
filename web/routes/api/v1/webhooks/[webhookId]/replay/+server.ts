import { replayDeliveriesOperation } from '$lib/server/api/operations/webhooks.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(replayDeliveriesOperation)
export const fallback = otherMethods('POST')
