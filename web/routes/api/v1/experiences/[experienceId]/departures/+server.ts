import { listDeparturesOperation } from '$lib/server/api/operations/catalogue.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(listDeparturesOperation)
export const fallback = otherMethods('GET')
