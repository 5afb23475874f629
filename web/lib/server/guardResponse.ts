import type { RequestEvent } from '@sveltejs/kit'
import { DATA_POLICY, GUARD_HEADERS, ONLY_HTTPS } from './guardHeaders.ts'

const HEADERS = Object.entries({ ...GUARD_HEADERS, 'x-frame-options': 'DENY' })

/** Tells browsers what may be done with an answer, where its route has not said so itself, and how the request is called. */
export const guardResponse = ({ headers }: Response, { locals, url, route }: RequestEvent): void => {
  headers.set('x-request-id', locals.requestId)
  for (const [name, value] of HEADERS) if (!headers.has(name)) headers.set(name, value)
  // What is shown to who is signed in, or books as a guest, is theirs: not kept by anything, not even for the Back button of
  // the next person; and whoever goes back from their tickets is not shown the form that paid for them.
  if ((locals.user || isOfGuest(route.id)) && !headers.has('cache-control'))
    headers.set('cache-control', 'private, no-store')
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', DATA_POLICY)
  if (url.protocol === 'https:') headers.set('strict-transport-security', ONLY_HTTPS)
}

const isOfGuest = (route: string | null): boolean => /^\/(checkout|bookings)(\/|$)/.test(route ?? '')
