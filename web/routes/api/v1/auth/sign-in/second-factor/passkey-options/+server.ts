import { secondStepPasskeyOptionsOperation } from '$lib/server/api/operations/signIn.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(secondStepPasskeyOptionsOperation)
export const fallback = otherMethods('POST')
