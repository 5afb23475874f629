import { changeProfileOperation, eraseAccountOperation, getMeOperation } from '$lib/server/api/operations/account.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(getMeOperation)
export const PATCH = endpoint(changeProfileOperation)
export const DELETE = endpoint(eraseAccountOperation)
export const fallback = otherMethods('GET', 'PATCH', 'DELETE')
