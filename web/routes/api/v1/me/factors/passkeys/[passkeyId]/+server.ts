import { removePasskeyOperation, renamePasskeyOperation } from '$lib/server/api/operations/passkeys.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const PATCH = endpoint(renamePasskeyOperation)
export const DELETE = endpoint(removePasskeyOperation)
export const fallback = otherMethods('PATCH', 'DELETE')
