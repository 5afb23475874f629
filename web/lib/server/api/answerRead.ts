import { hash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
const pack = promisify(gzip)

/** Shorter answers fit into one packet as they are. */
const PACK_BYTES_MIN = 1024

export interface ReadAnswer {
  body: string
  contentType: string
  /** Whether everybody reads the same: caches may keep it, as long as they ask each time, and it may be packed. */
  shared: boolean
}

/**
 * Answers a read with a weak `ETag`, or 304 to whoever has it already. Only what everybody may read travels compressed:
 * an answer that holds a secret beside what a stranger chose could be guessed by its length (BREACH).
 */
export const answerRead = async (request: Request, { body, contentType, shared }: ReadAnswer): Promise<Response> => {
  const etag = `W/"${hash('sha256', body, 'base64url').slice(0, 27)}"`
  const headers = new Headers({ etag, 'cache-control': shared ? 'no-cache' : 'private, no-store' })
  if (shared) headers.set('vary', 'accept-encoding, origin')
  if (hasAlready(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  const bytes = Buffer.from(body)
  const packed = shared && bytes.byteLength >= PACK_BYTES_MIN ? await packFor(request, bytes) : null
  if (packed) headers.set('content-encoding', packed.encoding)
  const sent = packed?.bytes ?? bytes
  headers.set('content-type', contentType)
  headers.set('content-length', String(sent.byteLength))
  return new Response(new Uint8Array(sent), { headers })
}

/** RFC 9110 §13.1.2: weak comparison, a list of tags, or any. */
const hasAlready = (asked: string | null, etag: string): boolean =>
  asked !== null &&
  (asked.trim() === '*' || asked.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag.slice(2)))

const packFor = async (request: Request, bytes: Buffer) => {
  const accepted = request.headers.get('accept-encoding') ?? ''
  if (accepts(accepted, 'br'))
    return {
      encoding: 'br',
      bytes: await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
    }
  return accepts(accepted, 'gzip') ? { encoding: 'gzip', bytes: await pack(bytes) } : null
}

const accepts = (header: string, encoding: string): boolean =>
  header.split(',').some((part) => {
    const [name, ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
    return name === encoding && !parameters.some((text) => /^q=0(\.0*)?$/.test(text))
  })
