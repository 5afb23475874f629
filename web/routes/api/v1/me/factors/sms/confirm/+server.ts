import { confirmSms, confirmSmsInput } from '@mayago/core/identity/factors/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(confirmSmsInput, confirmSms)
export const fallback = otherMethods('POST')
