import { getFactors, noFactorInput } from '@mayago/core/identity/factors/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(noFactorInput, getFactors)
export const fallback = otherMethods('GET')
