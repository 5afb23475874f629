import { secondStepInput, sendSecondStepCode } from '@mayago/core/identity/factors/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(secondStepInput, sendSecondStepCode, 200, { limits: ['signIn'] })
export const fallback = otherMethods('POST')
