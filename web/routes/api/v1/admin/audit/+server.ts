import { listActs, listActsInput } from '@mayago/core/admin/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(listActsInput, listActs)
export const fallback = otherMethods('GET')
