import { listDepartures, listDeparturesInput } from '@mayago/core/availability/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(listDeparturesInput, listDepartures, 200, { limits: ['search'], ownPages: true })
export const fallback = otherMethods('GET')
