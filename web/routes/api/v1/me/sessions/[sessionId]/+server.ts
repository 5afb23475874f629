import { endSession, sessionIdInput } from '@mayago/core/identity/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const DELETE = endpoint(sessionIdInput, endSession)
export const fallback = otherMethods('DELETE')
