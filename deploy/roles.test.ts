import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { parse } from 'yaml'
import { freshDatabase, type FreshDatabase } from '@mayago/db/testing/freshDatabase.ts'
import { freePort } from '../test/freePort.ts'
import { startNats, startRedis, type TestServer } from '../test/servers.ts'
import { startProcess, type StartedProcess } from '../test/startProcess.ts'
import { SECRETS, variables } from './config/variables.ts'

interface Service {
  command: string[]
  environment: Record<string, string>
  profiles?: string[]
  deploy?: { replicas: number }
}
const { services } = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
  services: Record<string, Service>
}
const ROLES = ['web', 'realtime', 'worker', 'stripe-sandbox'] as const

interface World {
  folder: string
  database: FreshDatabase
  servers: TestServer[]
  given: Record<string, string>
  running: Map<string, StartedProcess[]>
}
const Roles = suite('roles', { servers: [], running: new Map() } as unknown as World)

/** A role's environment as Compose would make it: `${NAME}`s filled in, then our own addresses instead of its hosts. */
const environmentOf = (role: string, given: Record<string, string>): Record<string, string> => {
  const made: Record<string, string> = {}
  for (const [name, text] of Object.entries((services[role] as Service).environment))
    made[name] =
      given[name] ??
      text.replace(/\$\{(\w+)(?::[-?]([^}]*))?\}/g, (_, key: string, fallback = '') => given[key] ?? fallback)
  return made
}

const start = async (w: World, role: string, over: Record<string, string> = {}): Promise<StartedProcess> => {
  const [program, entry] = (services[role] as Service).command
  assert.is(program, 'node')
  const one = await startProcess(entry as string, {
    ...environmentOf(role, w.given),
    HOST: '127.0.0.1',
    DATA_DIR: w.folder,
    INTERNAL_PORT: String(await freePort()),
    PORT: String(await freePort()),
    ...over,
  })
  w.running.set(role, [...(w.running.get(role) ?? []), one])
  return one
}

Roles.before(async (w) => {
  w.folder = mkdtempSync(join(tmpdir(), 'mayago-role-'))
  const [nats, redis] = [await startNats(), await startRedis(await freePort())]
  w.servers = [nats, redis].filter((server) => server !== null)
  if (nats === null || redis === null) return
  w.database = await freshDatabase()
  const [secret, sandboxPort, webPort] = [
    () => randomBytes(32).toString('base64url'),
    await freePort(),
    await freePort(),
  ]
  w.given = {
    DATABASE_URL: w.database.url,
    NATS_URL: nats.url,
    REDIS_URL: redis.url,
    PUBLIC_ORIGIN: `http://127.0.0.1:${webPort}`,
    STRIPE_SECRET_KEY: `sk_test_${secret()}`,
    STRIPE_PUBLISHABLE_KEY: `pk_test_${secret()}`,
    STRIPE_WEBHOOK_SECRET: `whsec_${secret()}`,
    STRIPE_API_BASE: `http://127.0.0.1:${sandboxPort}/_stripe`,
    STRIPE_WEBHOOK_ORIGIN: `http://127.0.0.1:${webPort}`,
    SENDGRID_API_KEY: `SG.${secret()}`,
    ...Object.fromEntries(SECRETS.map((name) => [name, secret()])),
  }
  await Promise.all([
    start(w, 'stripe-sandbox', { PORT: String(sandboxPort) }),
    start(w, 'web', { PORT: String(webPort) }),
    start(w, 'web'),
    start(w, 'realtime'),
    start(w, 'realtime'),
    start(w, 'worker'),
  ])
})
Roles.after(async (w) => {
  for (const one of [...w.running.values()].flat()) await one.stop()
  await w.database?.drop()
  rmSync(w.folder, { recursive: true, force: true })
  for (const server of w.servers) await server.stop()
})

Roles('the compose file starts entry points that exist, with variables that exist', () => {
  for (const role of ROLES) {
    const { command, environment } = services[role] as Service
    assert.ok(existsSync(command[1] as string), `${role}: ${command[1]}`)
    for (const name of Object.keys(environment)) assert.ok(name in variables.shape, `${role}: ${name}`)
    // Containers are read-only: what is drawn and kept goes to their one writable folder.
    assert.match(environment['DATA_DIR'] ?? '', /^\/tmp\//, role)
  }
  assert.equal([services['web']?.deploy?.replicas, services['realtime']?.deploy?.replicas], [2, 2])
})

const needsServers = (title: string, test: (w: World) => Promise<void>): void =>
  Roles(title, async (w) => {
    if (w.servers.length === 2) await test(w)
  })

needsServers('two web, two realtime, a worker and the sandbox answer as plain processes', async (w) => {
  for (const role of ['web', 'realtime', 'worker'])
    for (const { url } of w.running.get(role) as StartedProcess[]) {
      assert.is((await fetch(`${url}/healthz`)).status, 200, role)
      assert.is((await fetch(`${url}/readyz`)).status, 200, role)
    }
  for (const { url } of w.running.get('web') as StartedProcess[]) assert.is((await fetch(url)).status, 200)
})

needsServers('each role opens its own doors and no others', async (w) => {
  const statusAt = async (role: string, path: string, method = 'GET'): Promise<number> =>
    (
      await fetch(`${w.running.get(role)?.[0]?.url}${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        body: method === 'POST' ? '{}' : null,
      })
    ).status
  assert.is(await statusAt('realtime', '/'), 404)
  assert.is(await statusAt('worker', '/'), 404)
  assert.is(await statusAt('realtime', '/matchmake/joinOrCreate/board', 'POST'), 401, 'matchmaking asks for a ticket')
  assert.is(await statusAt('web', '/matchmake/joinOrCreate/board', 'POST'), 404)
  assert.is(await statusAt('web', '/_stripe/v1/payment_intents'), 404)
  assert.is(await statusAt('stripe-sandbox', '/_stripe/v1/payment_intents'), 401)
})

needsServers('a role without its services says which, all at once', async (w) => {
  const said = await startProcess('deploy/worker.ts', { DATA_DIR: w.folder }).then(() => 'it started', String)
  for (const name of ['NATS_URL', 'REDIS_URL', 'STRIPE_SECRET_KEY', 'SENDGRID_API_KEY'])
    assert.match(said, `${name} must be set`)
})

needsServers('every role ends by itself when it is asked to', async (w) => {
  for (const [role, processes] of w.running) for (const one of processes) assert.is(await one.stop(), 0, role)
})

Roles.run()
