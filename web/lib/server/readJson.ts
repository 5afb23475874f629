import { refuse } from '@mayago/kernel/errors.ts'

export const BODY_BYTES_MAX = 64 * 1024
const DEPTH_MAX = 8

/** The body's text, refused as soon as it is longer than `bytesMax`, whatever its Content-Length claims. */
export const readText = async (request: Request, bytesMax: number): Promise<string> => {
  if (Number(request.headers.get('content-length') ?? 0) > bytesMax) throw tooLarge(bytesMax)
  if (request.body === null) return ''
  const bytes = await readBytes(request.body, bytesMax)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw invalid('is not UTF-8')
  }
}

const readBytes = async (body: ReadableStream<Uint8Array>, bytesMax: number): Promise<Uint8Array> => {
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read().catch(wentAway)
    if (done) return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)
    bytes += value.byteLength
    // Not cancelled: that would cut the connection before the client has heard why. Node drops what still comes.
    if (bytes > bytesMax) throw tooLarge(bytesMax)
    chunks.push(value)
  }
}

/** A client that went away, or a length the server in front already refused, ends the stream with an error. */
const wentAway = (): never => {
  throw invalid('ended before it was complete')
}

/** The JSON object a request carries; an empty body is an empty object. Throws `wrong_content_type` and its like. */
export const readJson = async (request: Request): Promise<Record<string, unknown>> => {
  const text = await readText(request, BODY_BYTES_MAX)
  if (text === '') return {}
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw refuse('wrong_content_type', { expected: 'application/json' })
  const value = parse(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid('must be a JSON object')
  if (isDeeper(value, DEPTH_MAX)) throw invalid(`is nested deeper than ${DEPTH_MAX} levels`)
  return value as Record<string, unknown>
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw invalid('is not valid JSON')
  }
}

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1)))

const invalid = (message: string) => refuse('invalid_input', { issues: [{ path: '', message }] })
const tooLarge = (limitBytes: number) => refuse('body_too_large', { limitBytes })
