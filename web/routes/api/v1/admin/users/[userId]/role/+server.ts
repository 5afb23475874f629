import { changeRoleOperation } from '$lib/server/api/operations/admin.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(changeRoleOperation)
export const fallback = otherMethods('POST')
