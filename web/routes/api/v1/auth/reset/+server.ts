import { resetPassword, resetPasswordInput } from '@mayago/core/identity/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(resetPasswordInput, resetPassword, 200, { limits: ['signIn'] })
export const fallback = otherMethods('POST')
