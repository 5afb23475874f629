import { getExperienceOperation } from '$lib/server/api/operations/catalogue.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(getExperienceOperation)
export const fallback = otherMethods('GET')
