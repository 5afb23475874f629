import { z } from 'zod'
import { issueLiveTicket } from '@mayago/core/identity/liveTicket.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(z.strictObject({}), issueLiveTicket, 201, {
  limits: ['liveTickets'],
  ownPages: true,
})
export const fallback = otherMethods('POST')
