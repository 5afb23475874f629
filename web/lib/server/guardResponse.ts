import type { RequestEvent } from '@sveltejs/kit'

const HEADERS = Object.entries({
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(self "https://js.stripe.com")',
})

/** Tells browsers what may be done with an answer, where its route has not said so itself, and how the request is called. */
export const guardResponse = ({ headers }: Response, { locals, url }: RequestEvent): void => {
  headers.set('x-request-id', locals.requestId)
  for (const [name, value] of HEADERS) if (!headers.has(name)) headers.set(name, value)
  // What is shown to who is signed in is theirs: not kept by anything, not even for the Back button of the next person.
  if (locals.user && !headers.has('cache-control')) headers.set('cache-control', 'private, no-store')
  if (url.protocol === 'https:') headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
}
