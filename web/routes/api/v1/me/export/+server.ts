import { exportMyData, noInput } from '@mayago/core/identity/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const GET = endpoint(noInput, exportMyData, 200, { limits: ['reset'] })
export const fallback = otherMethods('GET')
