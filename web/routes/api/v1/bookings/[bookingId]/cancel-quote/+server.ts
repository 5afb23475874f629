import { cancelQuote, cancelQuoteInput } from '@mayago/core/booking/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(cancelQuoteInput, cancelQuote, 200, { limits: ['checkout'] })
export const fallback = otherMethods('POST')
