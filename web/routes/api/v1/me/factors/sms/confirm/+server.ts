import { confirmSmsOperation } from '$lib/server/api/operations/factors.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(confirmSmsOperation)
export const fallback = otherMethods('POST')
