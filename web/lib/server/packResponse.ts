import { Duplex } from 'node:stream'
import { constants, createBrotliCompress } from 'node:zlib'
import type { Handle } from '@sveltejs/kit'

const PACKED = /^(text\/html|application\/json|text\/sveltekit-data)/

type Packer = ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>
/** Beyond this, a page would cost more time than its bytes save. */
const BROTLI = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
}
const CODINGS = ['br', 'gzip'] as const
const PACKERS: Record<(typeof CODINGS)[number], () => Packer> = {
  br: () => Duplex.toWeb(createBrotliCompress(BROTLI)) as unknown as Packer,
  gzip: () => new CompressionStream('gzip'),
}

/** Pages and their data travel compressed; files already are, and other answers are small. */
export const packResponse: Handle = async ({ event, resolve }) => {
  const response = await resolve(event)
  const { body, headers, status } = response
  if (!body || !PACKED.test(headers.get('content-type') ?? '')) return response
  headers.append('vary', 'accept-encoding')
  const accepted = event.request.headers.get('accept-encoding') ?? ''
  const coding = CODINGS.find((name) => new RegExp(`\\b${name}\\b(?!;q=0(?![.]))`).test(accepted))
  if (coding === undefined) return response
  headers.set('content-encoding', coding)
  headers.delete('content-length')
  headers.delete('etag')
  return new Response(body.pipeThrough(PACKERS[coding]()), { status, headers })
}
