import { passkeyOptionsOperation } from '$lib/server/api/operations/passkeys.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(passkeyOptionsOperation)
export const fallback = otherMethods('POST')
