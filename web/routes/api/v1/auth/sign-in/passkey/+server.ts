import { signInWithPasskeyOperation } from '$lib/server/api/operations/signIn.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(signInWithPasskeyOperation)
export const fallback = otherMethods('POST')
