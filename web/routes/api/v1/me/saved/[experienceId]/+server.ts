import { getSaved, savedIdInput, saveExperience, unsaveExperience } from '@mayago/core/catalog/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(savedIdInput, getSaved)
export const PUT = endpoint(savedIdInput, saveExperience)
export const DELETE = endpoint(savedIdInput, unsaveExperience)
export const fallback = otherMethods('GET', 'PUT', 'DELETE')
