import { addPasskeyOperation } from '$lib/server/api/operations/passkeys.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(addPasskeyOperation)
export const fallback = otherMethods('POST')
