import { signOutOperation } from '$lib/server/api/operations/sessions.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(signOutOperation)
export const fallback = otherMethods('POST')
