import { listExperiences, listExperiencesInput } from '@mayago/core/catalog/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(listExperiencesInput, listExperiences, 200, { limits: ['search'] })
export const fallback = otherMethods('GET')
