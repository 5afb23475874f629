import { noInput, signOut } from '@mayago/core/identity/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(noInput, signOut)
export const fallback = otherMethods('POST')
