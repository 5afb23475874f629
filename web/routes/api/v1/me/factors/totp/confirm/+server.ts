import { confirmTotp, confirmTotpInput } from '@mayago/core/identity/factors/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(confirmTotpInput, confirmTotp)
export const fallback = otherMethods('POST')
