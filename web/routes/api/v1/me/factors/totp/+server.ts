import { noFactorInput, removeTotp, startTotp } from '@mayago/core/identity/factors/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(noFactorInput, startTotp)
export const DELETE = endpoint(noFactorInput, removeTotp)
export const fallback = otherMethods('POST', 'DELETE')
