import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isRefusal } from '../../kernel/errors.ts'
import type { HooksPort } from '../../ports/hooks.ts'
import { openHooks } from './openHooks.ts'
import { isPublicAddress } from './publicAddress.ts'

const Hooks = suite('hooks')

Hooks('only what is out in the internet is public, however it is spelled', () => {
  for (const address of ['1.1.1.1', '203.0.114.1', '2606:4700:4700::1111', '2a00:1450:4001::5'])
    assert.ok(isPublicAddress(address), address)
  const inside = [
    ...[
      '0.0.0.0',
      '10.1.2.3',
      '100.64.0.1',
      '127.0.0.1',
      '127.9.9.9',
      '169.254.169.254',
      '172.16.0.1',
      '172.31.255.255',
    ],
    ...[
      '192.0.0.192',
      '192.0.2.1',
      '192.168.1.1',
      '198.18.0.1',
      '203.0.113.7',
      '224.0.0.1',
      '240.0.0.1',
      '255.255.255.255',
    ],
    ...[
      '::',
      '::1',
      '::7f00:1',
      '::ffff:127.0.0.1',
      '::ffff:a9fe:a9fe',
      '64:ff9b::7f00:1',
      '64:ff9b:1::a00:1',
      '100::1',
    ],
    ...[
      '2001::1',
      '2001:db8::1',
      '2002:7f00:1::',
      '3fff::1',
      'fc00::1',
      'fd00:ec2::254',
      'fe80::1',
      'fec0::1',
      'ff02::1',
    ],
    ...['', 'localhost', '127.0.0.1.example', '1.1.1.1/32'],
  ]
  for (const address of inside) assert.not(isPublicAddress(address), address)
})

const reasonOf = async (hooks: HooksPort, url: string): Promise<string> => {
  try {
    await hooks.assertAllowed(url)
    return 'allowed'
  } catch (error) {
    if (!isRefusal(error, 'url_not_allowed')) throw error
    return error.data.reason
  }
}

const named = (...addresses: string[]) => ({
  resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
})

Hooks('a URL is https to public addresses, all of them, without a name and password in it', async () => {
  assert.is(await reasonOf(openHooks(named('1.1.1.1', '2606:4700::1')), 'https://partner.example/hook'), 'allowed')
  assert.is(await reasonOf(openHooks(named('1.1.1.1', '10.0.0.1')), 'https://partner.example/hook'), 'address')
  assert.is(await reasonOf(openHooks(named('::ffff:169.254.169.254')), 'https://partner.example/'), 'address')
  assert.is(await reasonOf(openHooks(named()), 'https://nowhere.example/'), 'unresolvable')
  for (const url of [
    'http://1.1.1.1/',
    'ftp://1.1.1.1/',
    'https://ana:secret@1.1.1.1/',
    'file:///etc/passwd',
    'nonsense',
  ])
    assert.is(await reasonOf(openHooks(named('1.1.1.1')), url), 'scheme', url)
  const spelled = [
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '127.1',
    '[::1]',
    '[::ffff:7f00:1]',
    '169.254.169.254',
  ]
  for (const host of spelled) assert.is(await reasonOf(openHooks(), `https://${host}/`), 'address', host)
  assert.is(await reasonOf(openHooks(), 'https://localhost/'), 'address')
})

const serve = async (answer: RequestListener): Promise<{ port: number; stop(): Promise<void> }> => {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = (): Promise<void> =>
    new Promise((resolve) => (server.close(() => resolve()), server.closeAllConnections()))
  return { port: (server.address() as AddressInfo).port, stop }
}
const letter = (port: number, host = '127.0.0.1') => ({ url: `http://${host}:${port}/hook`, headers: {}, body: '{}' })

Hooks('without the permission nothing reaches this machine, not even by a name that changes its mind', async () => {
  let knocks = 0
  const inner = await serve((_, response) => (knocks++, response.end()))
  assert.is((await openHooks().post(letter(inner.port))).error, 'the address is not allowed')
  // Public when it is asked for the first time, this machine ever after.
  const answers = ['1.1.1.1', '127.0.0.1', '127.0.0.1']
  const hooks = openHooks({
    timeoutMs: 300,
    resolve: async () => [{ address: answers.shift() ?? '127.0.0.1', family: 4 }],
  })
  await hooks.assertAllowed(`https://rebind.example:${inner.port}/`)
  const { status } = await hooks.post({ ...letter(inner.port), url: `https://rebind.example:${inner.port}/` })
  assert.equal([status, knocks], [null, 0])
  await inner.stop()
})

Hooks('the connection goes to the address that was checked, whatever the name would lead to', async () => {
  const inner = await serve((request, response) =>
    response.writeHead(request.headers.host?.startsWith('pinned.example') ? 204 : 500).end(),
  )
  const hooks = openHooks({ allowLoopback: true, ...named('127.0.0.1') })
  assert.is((await hooks.post(letter(inner.port, 'pinned.example'))).status, 204)
  await inner.stop()
})

Hooks('a receiver that redirects, hangs, talks without end, hangs up or is not there is only told of', async () => {
  const hooks = openHooks({ allowLoopback: true, timeoutMs: 300 })
  const paths: Record<string, RequestListener> = {
    redirect: (_, response) => response.writeHead(307, { location: 'http://169.254.169.254/' }).end(),
    hang: () => undefined,
    drip: (_, response) => void response.writeHead(200).write('.'),
    endless: (_, response) => {
      response.on('error', () => undefined)
      const pour = (): void => void (response.destroyed || (response.write('x'.repeat(32_768)), setImmediate(pour)))
      response.writeHead(200)
      pour()
    },
    hangUp: (request) => request.socket.destroy(),
  }
  const results: Record<string, unknown> = {}
  for (const [name, answer] of Object.entries(paths)) {
    const server = await serve(answer)
    const { status, error } = await hooks.post(letter(server.port))
    results[name] = status ?? error
    await server.stop()
  }
  const gone = await serve(() => undefined)
  await gone.stop()
  results['gone'] = (await hooks.post(letter(gone.port))).error
  assert.equal(results, {
    redirect: 307,
    hang: 'no answer in 0.3 s',
    drip: 'no answer in 0.3 s',
    endless: 200,
    hangUp: 'ECONNRESET',
    gone: 'ECONNREFUSED',
  })
})

Hooks.run()
