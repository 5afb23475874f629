import { changeEmailOperation } from '$lib/server/api/operations/account.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(changeEmailOperation)
export const fallback = otherMethods('POST')
