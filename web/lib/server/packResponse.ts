import type { Handle } from '@sveltejs/kit'

const PACKED = /^(text\/html|application\/json|text\/sveltekit-data)/

/** Pages and their data travel compressed; files already are, and other answers are small. */
export const packResponse: Handle = async ({ event, resolve }) => {
  const response = await resolve(event)
  const { body, headers, status } = response
  if (!body || !PACKED.test(headers.get('content-type') ?? '')) return response
  headers.append('vary', 'accept-encoding')
  if (!/\bgzip\b/.test(event.request.headers.get('accept-encoding') ?? '')) return response
  headers.set('content-encoding', 'gzip')
  headers.delete('content-length')
  headers.delete('etag')
  return new Response(body.pipeThrough(new CompressionStream('gzip')), { status, headers })
}
