import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'

/** Answers a request, or calls `next`. */
export type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/**
 * One listener out of several handlers, asked in turn. It alone decides what later handlers believe about the client:
 * `x-forwarded-for`, `-proto` and `-host` are kept only as far as our own proxies wrote them.
 */
export const createListener =
  (handlers: readonly Handler[], trustedProxies: number): RequestListener =>
  (request, response) => {
    believe(request, trustedProxies)
    const ask = (index: number): void => {
      const handler = handlers[index]
      if (handler === undefined)
        return void response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n')
      handler(request, response, () => ask(index + 1))
    }
    ask(0)
  }

/** Sets the three headers to what is known: one address, one scheme, one host. */
export const believe = (request: IncomingMessage, trustedProxies: number): void => {
  const { headers, socket } = request
  const nearest = socket.remoteAddress ?? ''
  const chain = [...listOf(headers['x-forwarded-for']), nearest]
  // The last entries were written by our proxies; the client is the one the outermost of them saw.
  headers['x-forwarded-for'] = chain[Math.max(0, chain.length - 1 - trustedProxies)] ?? nearest
  const trusted = trustedProxies > 0
  headers['x-forwarded-proto'] = (trusted && lastOf(headers['x-forwarded-proto'])) || 'http'
  headers['x-forwarded-host'] = (trusted && lastOf(headers['x-forwarded-host'])) || headers.host || ''
}

const listOf = (header: string | string[] | undefined): string[] =>
  [header ?? []]
    .flat()
    .flatMap((text) => text.split(','))
    .map((part) => part.trim())
    .filter((part) => part !== '')
const lastOf = (header: string | string[] | undefined): string | undefined => listOf(header).at(-1)
