import { findUsers, findUsersInput } from '@mayago/core/admin/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(findUsersInput, findUsers)
export const fallback = otherMethods('GET')
