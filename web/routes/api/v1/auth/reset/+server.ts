import { resetPasswordOperation } from '$lib/server/api/operations/registration.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(resetPasswordOperation)
export const fallback = otherMethods('POST')
