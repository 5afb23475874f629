import type { IncomingMessage } from 'node:http'

/**
 * Whether a request may open a room: browsers say where a page came from, and that must be this very host or on the
 * list. A client that is no browser says nothing and still needs a ticket. Listed origins are exact, such as
 * "https://www.mayago.travel".
 */
export const isAllowedOrigin = (request: IncomingMessage, allowed: readonly string[]): boolean => {
  const { origin } = request.headers
  if (origin === undefined) return true
  return allowed.includes(origin) || hostOf(origin) === hostAsked(request)
}

const hostOf = (origin: string): string | null => {
  try {
    const url = new URL(origin)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.host : null
  } catch {
    return null
  }
}

const hostAsked = ({ headers }: IncomingMessage): string | undefined => headers.host
