import { listDeliveriesOperation } from '$lib/server/api/operations/webhooks.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(listDeliveriesOperation)
export const fallback = otherMethods('GET')
