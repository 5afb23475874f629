import { addPasskey, addPasskeyInput } from '@mayago/core/identity/factors/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(addPasskeyInput, addPasskey, 201)
export const fallback = otherMethods('POST')
