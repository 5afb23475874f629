import { isIP } from 'node:net'
import type { Handler } from './createListener.ts'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])
/** Comes from machines that know us by another name; it is signed, and makes neither link nor cookie. */
const SIGNED = '/api/v1/stripe/webhook'

export interface HostOptions {
  publicOrigin: string
  /** Whether a bare address will do, as for a phone in the same network; a name that is not ours could be anybody's. */
  addresses: boolean
}

/**
 * Answers only who asks for a name of ours: no link, cookie or cached answer is ever made for another, and no name that
 * was bent to our address (DNS rebinding) gets one. 421 as RFC 9110 §15.5.20 says.
 */
export const guardHost = ({ publicOrigin, addresses }: HostOptions): Handler => {
  const own = new URL(publicOrigin).host
  return (request, response, next) => {
    const host = String(request.headers['x-forwarded-host'] ?? '').toLowerCase()
    const url = URL.parse(`http://${host}`)
    const isBare =
      url !== null && `${url.hostname}${url.port === '' ? '' : `:${url.port}`}` === host.replace(/:80$/, '')
    const isOurs =
      host === own ||
      request.url === SIGNED ||
      (isBare && (LOOPBACK.has(url.hostname) || (addresses && isIP(url.hostname.replace(/^\[|\]$/g, '')) > 0)))
    if (isOurs) return next()
    response.writeHead(421, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
    response.end('This server is not known by that name.\n')
  }
}
