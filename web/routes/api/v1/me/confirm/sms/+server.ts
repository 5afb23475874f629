import { sendConfirmCodeOperation } from '$lib/server/api/operations/confirm.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(sendConfirmCodeOperation)
export const fallback = otherMethods('POST')
