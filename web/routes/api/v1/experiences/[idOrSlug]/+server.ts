import { getExperience, getExperienceInput } from '@mayago/core/catalog/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(getExperienceInput, getExperience)
export const fallback = otherMethods('GET')
