import { issueLiveTicketOperation } from '$lib/server/api/operations/live.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(issueLiveTicketOperation)
export const fallback = otherMethods('POST')
