import { listSaved, listSavedInput } from '@mayago/core/catalog/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(listSavedInput, listSaved)
export const fallback = otherMethods('GET')
