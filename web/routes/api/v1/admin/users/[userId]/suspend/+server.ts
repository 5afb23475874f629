import { suspendUser, suspendUserInput } from '@mayago/core/admin/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(suspendUserInput, suspendUser)
export const fallback = otherMethods('POST')
