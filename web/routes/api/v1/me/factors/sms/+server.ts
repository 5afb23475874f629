import { removeSmsOperation, startSmsOperation } from '$lib/server/api/operations/factors.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(startSmsOperation)
export const DELETE = endpoint(removeSmsOperation)
export const fallback = otherMethods('POST', 'DELETE')
