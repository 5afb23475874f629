import { findUsersOperation } from '$lib/server/api/operations/admin.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(findUsersOperation)
export const fallback = otherMethods('GET')
