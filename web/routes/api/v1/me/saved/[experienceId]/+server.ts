import {
  getSavedOperation,
  saveExperienceOperation,
  unsaveExperienceOperation,
} from '$lib/server/api/operations/saved.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(getSavedOperation)
export const PUT = endpoint(saveExperienceOperation)
export const DELETE = endpoint(unsaveExperienceOperation)
export const fallback = otherMethods('GET', 'PUT', 'DELETE')
