import { registerAccount, registerInput } from '@mayago/core/identity/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(registerInput, registerAccount, 202, { limits: ['registration'] })
export const fallback = otherMethods('POST')
