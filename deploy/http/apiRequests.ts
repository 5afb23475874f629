import type { Handler } from './createListener.ts'

const API = /^(?:\/[a-z]{2})?\/api\//
const FORM = /^\s*(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i

/**
 * Lets the API itself answer what SvelteKit refuses in plain text before it gets there: forms of other sites, which its
 * endpoints take as little as any other content type than JSON, and addresses that are not UTF-8.
 */
export const apiRequests: Handler = (request, _response, next) => {
  if (API.test(request.url ?? '')) {
    const { headers } = request
    if (FORM.test(headers['content-type'] ?? '')) headers['content-type'] = 'application/octet-stream'
    request.url = legible(request.url ?? '')
  }
  next()
}

/** The address with U+FFFD for every escape that stands for no text. */
const legible = (url: string): string =>
  url.replace(/(?:%[0-9a-f]{2})+|%/gi, (escapes) => {
    try {
      decodeURIComponent(escapes)
      return escapes
    } catch {
      return '%EF%BF%BD'
    }
  })
