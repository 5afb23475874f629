import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createPlain } from 'node:http'
import { createServer as createSecure } from 'node:https'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { createListener } from '../deploy/http/createListener.ts'
import { demandHttps } from '../deploy/http/demandHttps.ts'
import { guardHeaders } from '../deploy/http/guardHeaders.ts'
import { guardHost } from '../deploy/http/guardHost.ts'
import { loadPages } from '../deploy/http/pages.ts'
import { apiWorld, type ApiWorld } from './apiWorld.ts'
import { makeCertificate } from './makeCertificate.ts'

interface World extends ApiWorld {
  front: Server
  host: string
  certificate: string
  folder: string
}
const Observatory = suite('observatory', {} as World)

const TLS_HANDSHAKE = 0x16

/**
 * The built product behind TLS, as a proxy of ours would stand in front. The scanner asks one host by http and by https
 * at their own ports; on this machine both are one port, and the first byte tells which it is.
 */
const serveBehindTls = async (w: World): Promise<void> => {
  const { key, cert } = makeCertificate(new Date())
  w.front = createServer((socket: Socket) => {
    socket.once('data', (first: Buffer) => {
      socket.pause()
      socket.unshift(first)
      ;(first[0] === TLS_HANDSHAKE ? secure : plain).emit('connection', socket)
      process.nextTick(() => socket.resume())
    })
    socket.on('error', () => socket.destroy())
  })
  await new Promise<void>((resolve) => w.front.listen(0, '127.0.0.1', resolve))
  w.host = `localhost:${(w.front.address() as AddressInfo).port}`
  const origin = `https://${w.host}`
  const pages = await loadPages()
  const handlers = [guardHeaders, guardHost({ publicOrigin: origin, addresses: false }), demandHttps(origin, 1), pages]
  const listener = createListener(handlers, 1)
  const tell =
    (scheme: 'http' | 'https'): typeof listener =>
    (request, response) => {
      request.headers['x-forwarded-proto'] = scheme
      listener(request, response)
    }
  const plain = createPlain(tell('http'))
  const secure = createSecure({ key, cert }, tell('https'))
  w.folder = mkdtempSync(join(tmpdir(), 'mayago-tls-'))
  w.certificate = join(w.folder, 'localhost.pem')
  writeFileSync(w.certificate, cert)
}

Observatory.before(async (w) => {
  Object.assign(w, await apiWorld())
  await serveBehindTls(w)
})
Observatory.after(async (w) => {
  await new Promise((resolve) => w.front.close(resolve))
  rmSync(w.folder, { recursive: true })
  await w.drop()
})

interface Scan {
  scan: { grade: string; score: number; testsFailed: number }
  tests: Record<string, { pass: boolean; result: string }>
}

Observatory('Mozilla’s scanner gives A+ and fails none of its tests', async (w) => {
  const { stdout } = await promisify(execFile)(process.execPath, ['test/scanWithObservatory.ts', w.host], {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: w.certificate },
  })
  const { scan, tests } = JSON.parse(stdout) as Scan
  const failed = Object.entries(tests).flatMap(([name, { pass, result }]) => (pass ? [] : [`${name}: ${result}`]))
  assert.equal(failed, [])
  assert.is(scan.grade, 'A+', `score ${scan.score}`)
  assert.is(scan.testsFailed, 0)
})

Observatory.run()
