import { unsuspendUser, userIdInput } from '@mayago/core/admin/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(userIdInput, unsuspendUser)
export const fallback = otherMethods('POST')
