import { resendVerificationOperation } from '$lib/server/api/operations/account.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(resendVerificationOperation)
export const fallback = otherMethods('POST')
