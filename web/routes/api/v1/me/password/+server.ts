import { changePassword, changePasswordInput } from '@mayago/core/identity/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(changePasswordInput, changePassword, 200, { limits: ['signIn'] })
export const fallback = otherMethods('POST')
