import { confirmByFactor, confirmByFactorInput } from '@mayago/core/identity/factors/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(confirmByFactorInput, confirmByFactor)
export const fallback = otherMethods('POST')
