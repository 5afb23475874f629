import { noFactorInput, passkeyOptions } from '@mayago/core/identity/factors/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(noFactorInput, passkeyOptions)
export const fallback = otherMethods('POST')
