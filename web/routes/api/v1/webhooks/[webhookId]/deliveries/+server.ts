import { listDeliveries, listDeliveriesInput } from '@mayago/core/partners/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(listDeliveriesInput, listDeliveries)
export const fallback = otherMethods('GET')
