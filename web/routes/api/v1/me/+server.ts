import { changeProfile, changeProfileInput, getMe, noInput } from '@mayago/core/identity/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(noInput, getMe)
export const PATCH = endpoint(changeProfileInput, changeProfile)
export const fallback = otherMethods('GET', 'PATCH')
