import { getFactorsOperation } from '$lib/server/api/operations/factors.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(getFactorsOperation)
export const fallback = otherMethods('GET')
