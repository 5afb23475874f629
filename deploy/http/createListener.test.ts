import type { IncomingMessage } from 'node:http'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { believe } from './createListener.ts'

const Listener = suite('believe')

const believed = (headers: Record<string, string>, trustedProxies: number) => {
  const request = { headers: { host: 'inner:3000', ...headers }, socket: { remoteAddress: '10.0.0.9' } }
  believe(request as unknown as IncomingMessage, trustedProxies)
  const seen: IncomingMessage['headers'] = request.headers
  return { address: seen['x-forwarded-for'], scheme: seen['x-forwarded-proto'], host: seen['x-forwarded-host'] }
}
const FORGED = { 'x-forwarded-for': '6.6.6.6', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example' }

Listener('without proxies, nothing a client claims is believed', () => {
  assert.equal(believed(FORGED, 0), { address: '10.0.0.9', scheme: 'http', host: 'inner:3000' })
})

Listener('one proxy is believed about the client it saw, not about what that client claimed', () => {
  const headers = {
    'x-forwarded-for': '6.6.6.6, 203.0.113.5',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'mayago.example',
  }
  assert.equal(believed(headers, 1), { address: '203.0.113.5', scheme: 'https', host: 'mayago.example' })
})

Listener('two proxies: the outer one’s client', () => {
  const headers = { 'x-forwarded-for': '6.6.6.6, 203.0.113.5, 10.0.0.1' }
  assert.is(believed(headers, 2).address, '203.0.113.5')
})

Listener('a chain shorter than promised gives the furthest there is', () => {
  assert.is(believed({}, 2).address, '10.0.0.9')
})

Listener.run()
