import { noFactorInput, regenerateRecoveryCodes } from '@mayago/core/identity/factors/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(noFactorInput, regenerateRecoveryCodes, 201)
export const fallback = otherMethods('POST')
