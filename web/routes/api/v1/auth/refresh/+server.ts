import { refreshSessionOperation } from '$lib/server/api/operations/signIn.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(refreshSessionOperation)
export const fallback = otherMethods('POST')
