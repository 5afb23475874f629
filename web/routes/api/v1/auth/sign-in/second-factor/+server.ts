import { completeSignInOperation } from '$lib/server/api/operations/signIn.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(completeSignInOperation)
export const fallback = otherMethods('POST')
