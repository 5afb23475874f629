import { changeProfile, changeProfileInput, eraseAccount, getMe, noInput } from '@mayago/core/identity/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(noInput, getMe)
export const PATCH = endpoint(changeProfileInput, changeProfile)
/** Right after signing in; else `POST /me/erase` with the password. */
export const DELETE = endpoint(noInput, eraseAccount, 200, { limits: ['signIn'] })
export const fallback = otherMethods('GET', 'PATCH', 'DELETE')
