import { endOtherSessions, listSessions, noInput } from '@mayago/core/identity/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(noInput, listSessions)
/** Ends all but the one that asks. */
export const DELETE = endpoint(noInput, endOtherSessions)
export const fallback = otherMethods('GET', 'DELETE')
