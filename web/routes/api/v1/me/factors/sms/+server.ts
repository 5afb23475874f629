import { noFactorInput, removeSms, startSms, startSmsInput } from '@mayago/core/identity/factors/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(startSmsInput, startSms)
export const DELETE = endpoint(noFactorInput, removeSms)
export const fallback = otherMethods('POST', 'DELETE')
