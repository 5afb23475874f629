import { eraseAccount, eraseAccountInput } from '@mayago/core/identity/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

/** A POST beside `DELETE /me`, for who has to show a password along. */
export const POST = endpoint(eraseAccountInput, eraseAccount, 200, { limits: ['signIn'] })
export const fallback = otherMethods('POST')
