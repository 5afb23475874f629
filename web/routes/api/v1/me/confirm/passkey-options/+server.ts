import { confirmPasskeyOptions, noFactorInput } from '@mayago/core/identity/factors/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(noFactorInput, confirmPasskeyOptions)
export const fallback = otherMethods('POST')
