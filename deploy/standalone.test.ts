import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { pidsIn } from '@mayago/db/embedded/processes.ts'
import { until } from '../test/until.ts'
import { startProcess, type StartedProcess } from '../test/startProcess.ts'

interface World {
  dataDir: string
  product: StartedProcess
}
const Standalone = suite('npm start', {} as World)

Standalone.before(async (w) => {
  w.dataDir = mkdtempSync(join(tmpdir(), 'mayago-start-'))
  w.product = await start(w)
})
Standalone.after(async (w) => {
  await w.product.stop()
  rmSync(w.dataDir, { recursive: true, force: true })
})

const start = (w: World): Promise<StartedProcess> => startProcess('deploy/standalone.ts', { DATA_DIR: w.dataDir })
const statusOf = async (url: string): Promise<number> => (await fetch(url)).status
const refused = async (entry: string, env: Record<string, string>): Promise<string> =>
  startProcess(entry, env).then(
    async (started) => {
      await started.stop()
      return 'it started'
    },
    (error: unknown) => String(error),
  )
const databaseOf = (w: World): string =>
  (JSON.parse(readFileSync(join(w.dataDir, 'pg/connection.json'), 'utf8')) as { url: string }).url
const query = async (w: World, sql: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: databaseOf(w) })
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows as unknown[]
}

Standalone('serves pages, health and the payment sandbox on one port, and says so', async (w) => {
  const { url, output } = w.product
  assert.is(await statusOf(`${url}/`), 200)
  assert.is(await statusOf(`${url}/healthz`), 200)
  assert.is(await statusOf(`${url}/readyz`), 200)
  assert.is(await statusOf(`${url}/_stripe/v1/payment_intents`), 401)
  assert.is(await statusOf(`${url}/nowhere/at/all`), 404)
  for (const word of ['answers at', 'embedded', 'real', 'Ctrl-C', 'npm run reset']) assert.match(output(), word)
})

Standalone('refuses to become a socket for anything but a room', async (w) => {
  const { url } = w.product
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () =>
      socket.write(
        'GET /anything HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
      ),
    )
    let said = ''
    socket.on('data', (data: Buffer) => (said += data.toString()))
    socket.once('close', () => resolve(said))
    socket.once('error', reject)
  })
  assert.match(answer, 'HTTP/1.1 404')
})

Standalone('a second start on the same folder says where the first one is', async (w) => {
  const { url } = w.product
  const message = await refused('deploy/standalone.ts', { DATA_DIR: w.dataDir })
  assert.match(message, 'already runs on this data folder')
  assert.match(message, new URL(url).port)
})

Standalone('a port in use is named, with what to do', async (w) => {
  const { url } = w.product
  const other = mkdtempSync(join(tmpdir(), 'mayago-start-'))
  const message = await refused('deploy/standalone.ts', { DATA_DIR: other, PORT: new URL(url).port })
  assert.match(message, `Port ${new URL(url).port} is in use`)
  assert.not(existsSync(join(other, 'pg')), 'and nothing was started')
  rmSync(other, { recursive: true })
})

Standalone('so is an internal port in use', async (w) => {
  const { port } = new URL(w.product.url)
  const other = mkdtempSync(join(tmpdir(), 'mayago-start-'))
  const message = await refused('deploy/standalone.ts', { DATA_DIR: other, INTERNAL_PORT: port })
  assert.match(message, `Port ${port} is in use. Choose another: INTERNAL_PORT=`)
  assert.not(existsSync(join(other, 'pg')), 'and nothing was started')
  rmSync(other, { recursive: true })
})

Standalone('bad variables stop it before anything is started', async (w) => {
  const message = await refused('deploy/standalone.ts', {
    DATA_DIR: w.dataDir,
    LIMITS_API: 'lots',
    STRIPE_SECRET_KEY: 'sk_test_1',
  })
  for (const name of ['LIMITS_API', 'STRIPE_WEBHOOK_SECRET', 'GUEST_SECRET', 'TICKET_SIGNING_KEY'])
    assert.match(message, `${name} must`)
})

Standalone('[SEAT-5] after kill -9 the next start needs no hand and has lost nothing', async (w) => {
  await query(w, 'create table acknowledged as select 7 as seats')
  await w.product.kill()
  w.product = await start(w)
  assert.equal(await query(w, 'select seats from acknowledged'), [{ seats: 7 }])
  assert.is(await statusOf(`${w.product.url}/readyz`), 200)
})

Standalone('Ctrl-C stops everything that it started', async (w) => {
  const data = realpathSync(join(w.dataDir, 'pg/data'))
  assert.ok(pidsIn(data).length > 0)
  assert.is(await w.product.stop(), 0)
  assert.equal(pidsIn(data), [])
  assert.match(w.product.output(), 'Stopped.')
})

Standalone('npm run reset empties the folder, a server left over included', async (w) => {
  w.product = await start(w)
  await w.product.kill()
  const data = realpathSync(join(w.dataDir, 'pg/data'))
  assert.ok(pidsIn(data).length > 0)
  const pictures = join(w.dataDir, 'pictures')
  mkdirSync(pictures, { recursive: true })
  writeFileSync(join(pictures, 'of-the-world-before'), '')
  execFileSync(process.execPath, ['deploy/reset.ts', '--yes'], {
    env: { ...process.env, DATA_DIR: w.dataDir },
    stdio: 'ignore',
  })
  assert.equal(pidsIn(data), [])
  assert.not(existsSync(pictures))
  w.product = await start(w)
  assert.equal(await query(w, "select to_regclass('acknowledged') as gone"), [{ gone: null }])
  await until('pictures are drawn anew', () => existsSync(pictures) && readdirSync(pictures).length > 0, 60_000)
})

Standalone.run()
