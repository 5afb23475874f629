import { noInput, resendVerification } from '@mayago/core/identity/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

/** Mails the link that verifies the present address again. */
export const POST = endpoint(noInput, resendVerification, 202, { limits: ['reset'] })
export const fallback = otherMethods('POST')
