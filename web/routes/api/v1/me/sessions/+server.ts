import { endOtherSessionsOperation, listSessionsOperation } from '$lib/server/api/operations/sessions.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(listSessionsOperation)
export const DELETE = endpoint(endOtherSessionsOperation)
export const fallback = otherMethods('GET', 'DELETE')
