import { noFactorInput, sendConfirmCode } from '@mayago/core/identity/factors/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(noFactorInput, sendConfirmCode)
export const fallback = otherMethods('POST')
