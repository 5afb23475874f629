import { exportMyDataOperation } from '$lib/server/api/operations/account.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(exportMyDataOperation)
export const fallback = otherMethods('GET')
