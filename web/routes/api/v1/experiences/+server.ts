import { listExperiencesOperation } from '$lib/server/api/operations/catalogue.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(listExperiencesOperation)
export const fallback = otherMethods('GET')
