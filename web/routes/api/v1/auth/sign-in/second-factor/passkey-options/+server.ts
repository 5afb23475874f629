import { secondStepInput, secondStepPasskeyOptions } from '@mayago/core/identity/factors/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(secondStepInput, secondStepPasskeyOptions, 200, { limits: ['signIn'] })
export const fallback = otherMethods('POST')
