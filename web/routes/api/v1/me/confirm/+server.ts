import { confirmIdentity, confirmIdentityInput } from '@mayago/core/identity/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(confirmIdentityInput, confirmIdentity, 200, { limits: ['signIn'] })
export const fallback = otherMethods('POST')
