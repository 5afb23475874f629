import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { createListener, type Handler } from './createListener.ts'
import { demandHttps } from './demandHttps.ts'
import { guardHeaders } from './guardHeaders.ts'
import { guardHost } from './guardHost.ts'

const Guards = suite('guards')

interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
}

/** Asks a server of these guards; headers are sent as they are, Host too. */
const ask = async (
  guards: Handler[],
  proxies: number,
  headers: Record<string, string>,
  path = '/',
): Promise<Answer> => {
  const server = createServer(createListener([...guards, (_request, response) => void response.end('page')], proxies))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const answer = await new Promise<Answer>((resolve, reject) =>
    request({ port, host: '127.0.0.1', path, headers, setHost: false }, (response) => {
      response.resume()
      resolve({ status: response.statusCode ?? 0, headers: response.headers })
    })
      .on('error', reject)
      .end(),
  )
  server.closeAllConnections()
  server.close()
  return answer
}

const OWN = 'https://mayago.example'
const statusFor = async (host: string, addresses = false, path = '/'): Promise<number> =>
  (await ask([guardHost({ publicOrigin: OWN, addresses })], 0, { host }, path)).status

Guards('a foreign Host is answered by nobody', async () => {
  const foreign = ['evil.example', 'mayago.example.evil.example', 'mayago.example:8443', 'evil.example#mayago.example']
  for (const host of [...foreign, 'localhost.evil.example', 'mayago.example@evil.example', '', '10.0.0.7'])
    assert.is(await statusFor(host), 421, host)
})

Guards('our own name and this machine’s are answered; a bare address only where nothing real is at stake', async () => {
  for (const host of ['mayago.example', 'MAYAGO.example', 'localhost:3000', '127.0.0.1:3000', '[::1]:3000'])
    assert.is(await statusFor(host), 200, host)
  for (const host of ['192.168.1.7:3000', '[fe80::1]:3000']) {
    assert.is(await statusFor(host, true), 200, host)
    assert.is(await statusFor(host), 421, host)
  }
  assert.is(await statusFor('evil.example', true), 421)
})

Guards('Stripe’s signed webhook may come by another name; nothing that looks like it does', async () => {
  assert.is(await statusFor('web:3000', false, '/api/v1/stripe/webhook'), 200)
  assert.is(await statusFor('web:3000', false, '/api/v1/stripe/webhook/../../experiences'), 421)
})

Guards('a forwarded Host counts only from a proxy of ours', async () => {
  const guard = guardHost({ publicOrigin: OWN, addresses: false })
  const forged = { host: 'mayago.example', 'x-forwarded-host': 'evil.example' }
  assert.is((await ask([guard], 0, forged)).status, 200)
  assert.is((await ask([guard], 1, forged)).status, 421)
})

Guards('browsers are led to https, programs are not, and a client cannot claim how it came', async () => {
  const plain = { host: 'mayago.example', 'x-forwarded-proto': 'http' }
  const led = await ask([demandHttps(OWN, 1)], 1, plain, '/experiences?q=1')
  assert.equal([led.status, led.headers.location], [308, `${OWN}/experiences?q=1`])
  assert.is((await ask([demandHttps(OWN, 1)], 1, plain, '//evil.example')).headers.location, `${OWN}//evil.example`)
  assert.is((await ask([demandHttps(OWN, 1)], 1, plain, '/api/v1/experiences')).status, 200)
  assert.is((await ask([demandHttps(OWN, 1)], 1, { ...plain, 'x-forwarded-proto': 'https' })).status, 200)
  assert.is((await ask([demandHttps('http://localhost:3000', 0)], 0, plain)).status, 200)
})

Guards('every answer carries the guards; HSTS only over TLS', async () => {
  const plain = await ask([guardHeaders], 1, { host: 'localhost' })
  for (const name of [
    'x-content-type-options',
    'referrer-policy',
    'permissions-policy',
    'cross-origin-resource-policy',
  ])
    assert.ok(plain.headers[name], name)
  assert.match(String(plain.headers['content-security-policy']), "frame-ancestors 'none'")
  assert.is(plain.headers['strict-transport-security'], undefined)
  const secure = await ask([guardHeaders], 1, { host: 'localhost', 'x-forwarded-proto': 'https' })
  assert.match(String(secure.headers['strict-transport-security']), /max-age=63072000; includeSubDomains/)
  assert.is(secure.headers['x-powered-by'], undefined)
})

Guards.run()
