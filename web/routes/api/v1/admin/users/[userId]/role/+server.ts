import { changeRole, changeRoleInput } from '@mayago/core/admin/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(changeRoleInput, changeRole)
export const fallback = otherMethods('POST')
