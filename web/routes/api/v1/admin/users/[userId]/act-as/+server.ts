import { actAsOperation } from '$lib/server/api/operations/admin.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(actAsOperation)
export const fallback = otherMethods('POST')
