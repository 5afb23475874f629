import { lookup as lookUp } from 'node:dns/promises'
import type { LookupAddress } from 'node:dns'
import { request as requestHttp, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isRefusal, refuse } from '@mayago/kernel/errors.ts'
import type { HookAnswer, HookLetter, HooksPort } from '../../ports/hooks.ts'
import { isLoopback, isPublicAddress } from './publicAddress.ts'

export interface HooksOptions {
  /** Lets letters go to this very machine, over plain http too: for trying things out. */
  allowLoopback?: boolean
  timeoutMs?: number
  resolve?: (host: string) => Promise<LookupAddress[]>
}

const ANSWER_BYTES_MAX = 64 * 1024

/**
 * Posts by Node's own client. A name is resolved once, all its addresses are checked, and the connection goes to one of
 * those: a name that answers differently the second time leads nowhere else. No redirect, no proxy, no kept connection.
 */
export const openHooks = ({
  allowLoopback = false,
  timeoutMs = 15_000,
  resolve = (host) => lookUp(host, { all: true, verbatim: true }),
}: HooksOptions = {}): HooksPort => {
  const isAllowed = (address: string): boolean => isPublicAddress(address) || (allowLoopback && isLoopback(address))

  /** The addresses behind a URL, every one of them allowed. */
  const check = async (text: string): Promise<{ url: URL; addresses: LookupAddress[] }> => {
    const url = URL.canParse(text) ? new URL(text) : null
    if (url === null || url.username !== '' || url.password !== '')
      throw refuse('url_not_allowed', { reason: 'scheme' })
    const host = url.hostname.replace(/^\[|\]$/g, '')
    const family = isIP(host)
    const addresses = family === 0 ? await resolved(host) : [{ address: host, family }]
    if (!addresses.every(({ address }) => isAllowed(address))) throw refuse('url_not_allowed', { reason: 'address' })
    const isPlain = url.protocol === 'http:' && addresses.every(({ address }) => allowLoopback && isLoopback(address))
    if (url.protocol !== 'https:' && !isPlain) throw refuse('url_not_allowed', { reason: 'scheme' })
    return { url, addresses }
  }

  const resolved = async (host: string): Promise<LookupAddress[]> => {
    const addresses = await resolve(host).catch(() => [])
    if (addresses.length === 0) throw refuse('url_not_allowed', { reason: 'unresolvable' })
    return addresses
  }

  return {
    assertAllowed: async (url) => void (await check(url)),
    post: async (letter) => {
      const begun = performance.now()
      const answered = (answer: Pick<HookAnswer, 'status' | 'error'>): HookAnswer => ({
        ...answer,
        durationMs: Math.round(performance.now() - begun),
      })
      const deadline = AbortSignal.timeout(timeoutMs)
      try {
        const { url, addresses } = await check(letter.url)
        const signal = letter.signal ? AbortSignal.any([deadline, letter.signal]) : deadline
        return answered({ status: await send(url, letter, pinnedTo(addresses), signal), error: null })
      } catch (error) {
        return answered({
          status: null,
          error: deadline.aborted ? `no answer in ${timeoutMs / 1000} s` : nameOf(error),
        })
      }
    },
  }
}

/** Answers what was checked, whatever name is asked for. */
const pinnedTo =
  (addresses: readonly LookupAddress[]): LookupFunction =>
  (_host, options, callback) => {
    if (options.all) return callback(null, [...addresses])
    const [first] = addresses as [LookupAddress]
    callback(null, first.address, first.family)
  }

/** The status, once the answer is over: its text is nobody's business, and long ones are cut off. */
const send = (url: URL, { headers, body }: HookLetter, lookup: LookupFunction, signal: AbortSignal): Promise<number> =>
  new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? requestHttps : requestHttp
    const length = String(Buffer.byteLength(body))
    const options = { method: 'POST', headers: { ...headers, 'content-length': length }, lookup, signal, agent: false }
    const sent = request(url, options, (answer) => {
      readOut(answer).then(() => resolve(answer.statusCode ?? 0), reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })

const readOut = async (answer: IncomingMessage): Promise<void> => {
  let bytes = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength
    if (bytes > ANSWER_BYTES_MAX) return void answer.destroy()
  }
}

/** A code such as ECONNREFUSED or CERT_HAS_EXPIRED; never an address that was found behind a name. */
const nameOf = (error: unknown): string => {
  if (isRefusal(error, 'url_not_allowed'))
    return error.data.reason === 'unresolvable' ? 'the name was not found' : 'the address is not allowed'
  const code = (error as NodeJS.ErrnoException | null)?.code
  return typeof code === 'string' && /^\w{1,60}$/.test(code) ? code : 'the connection failed'
}
