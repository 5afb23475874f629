import { getUser, userIdInput } from '@mayago/core/admin/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(userIdInput, getUser)
export const fallback = otherMethods('GET')
