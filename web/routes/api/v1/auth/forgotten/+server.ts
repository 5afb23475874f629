import { forgotPasswordOperation } from '$lib/server/api/operations/registration.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(forgotPasswordOperation)
export const fallback = otherMethods('POST')
