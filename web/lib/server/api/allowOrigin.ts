/** What a partner's page may send and read beyond what every page may. */
const SENT = 'authorization, content-type, hold-token, idempotency-key, if-none-match'
const READ = 'etag, ratelimit, ratelimit-policy, retry-after, x-request-id'
const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE'
const PREFLIGHT_SECONDS = 600

/** True for the question that a browser asks before a page of another origin may call (Fetch standard, CORS-preflight). */
export const isPreflight = ({ method, headers }: Request): boolean =>
  method === 'OPTIONS' && headers.has('origin') && headers.has('access-control-request-method')

/** Answers it: an origin that is not on the list hears nothing that would let it go on. */
export const answerPreflight = (request: Request, allowed: readonly string[]): Response => {
  const response = new Response(null, { status: 204, headers: { vary: 'origin' } })
  if (!allowOrigin(request, response, allowed)) return response
  response.headers.set('access-control-allow-methods', METHODS)
  response.headers.set('access-control-allow-headers', SENT)
  response.headers.set('access-control-max-age', String(PREFLIGHT_SECONDS))
  return response
}

/**
 * Lets a page of an origin on the list read the answer. Never with credentials: our cookies mean nothing from there.
 * Answers whether it is on the list.
 */
export const allowOrigin = ({ headers }: Request, response: Response, allowed: readonly string[]): boolean => {
  const origin = headers.get('origin')
  if (origin === null || !allowed.includes(origin)) return false
  response.headers.set('access-control-allow-origin', origin)
  response.headers.set('access-control-expose-headers', READ)
  if (!response.headers.get('vary')?.includes('origin')) response.headers.append('vary', 'origin')
  return true
}
