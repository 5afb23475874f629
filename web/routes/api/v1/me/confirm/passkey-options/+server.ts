import { confirmPasskeyOptionsOperation } from '$lib/server/api/operations/confirm.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(confirmPasskeyOptionsOperation)
export const fallback = otherMethods('POST')
