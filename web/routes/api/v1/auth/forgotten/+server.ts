import { forgotPassword, forgotPasswordInput } from '@mayago/core/identity/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(forgotPasswordInput, forgotPassword, 202, { limits: ['reset'] })
export const fallback = otherMethods('POST')
