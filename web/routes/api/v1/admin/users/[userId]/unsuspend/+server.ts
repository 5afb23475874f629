import { unsuspendUserOperation } from '$lib/server/api/operations/admin.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(unsuspendUserOperation)
export const fallback = otherMethods('POST')
