import type { IncomingMessage } from 'node:http'
import { invalidRequest, StripeError } from './stripeError.ts'

const BYTES_MAX = 256 * 1024

/** A form's text. */
export const readBody = async (req: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > BYTES_MAX)
      throw new StripeError(413, { type: 'invalid_request_error', message: 'Request body is too large.' })
    chunks.push(chunk)
  }
  const type = req.headers['content-type'] ?? ''
  if (bytes > 0 && !type.startsWith('application/x-www-form-urlencoded'))
    throw invalidRequest(
      `Invalid request: the content type must be application/x-www-form-urlencoded, not ${type || 'none'}.`,
    )
  return Buffer.concat(chunks).toString('utf8')
}
