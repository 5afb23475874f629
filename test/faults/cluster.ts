import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { freePort } from '../freePort.ts'
import { findProgram, startNats, type TestServer } from '../servers.ts'
import { startProcess, type StartedProcess } from '../startProcess.ts'
import { until } from '../until.ts'
import { SECRETS } from '../../deploy/config/variables.ts'
import { openOneAddress, type OneAddress } from './oneAddress.ts'

/** The product as several processes: two of pages, two of rooms, one worker, and Stripe's stand-in. */
export interface Cluster {
  address: OneAddress
  stripeUrl: string
  nats: TestServer
  redis: TcpRedis
  web: StartedProcess[]
  realtime: StartedProcess[]
  worker: StartedProcess
  stop(): Promise<void>
}

interface TcpRedis {
  url: string
  kill(): Promise<void>
  restart(): Promise<void>
}

/** Null when a server program is missing. */
export const startCluster = async (databaseUrl: string): Promise<Cluster | null> => {
  const [nats, redis, mails] = await Promise.all([startNats(), startTcpRedis(), takeMails()])
  if (nats === null || redis === null) {
    await Promise.all([nats?.stop(), redis?.kill(), mails.stop()])
    return null
  }
  const web: StartedProcess[] = []
  const realtime: StartedProcess[] = []
  const urls = (processes: StartedProcess[]) => () => processes.map(({ url }) => url)
  const address = await openOneAddress({ web: urls(web), realtime: urls(realtime) })
  const stripePort = String(await freePort())
  const stripeUrl = `http://127.0.0.1:${stripePort}`
  const env: Record<string, string> = {
    DATABASE_URL: databaseUrl,
    DATABASE_POOL: '8',
    NATS_URL: nats.url,
    REDIS_URL: redis.url,
    PUBLIC_ORIGIN: address.url,
    TRUST_PROXY: '1',
    LOG_LEVEL: 'warn',
    STRIPE_SECRET_KEY: 'sk_test_cluster',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_cluster',
    STRIPE_WEBHOOK_SECRET: 'whsec_cluster',
    STRIPE_API_BASE: `${stripeUrl}/_stripe`,
    SENDGRID_API_KEY: 'SG.cluster',
    SENDGRID_API_BASE: mails.url,
    LIMITS_API: '0',
    LIMITS_PAGES: '0',
    LIMITS_SIGN_IN: '0',
    LIMITS_REGISTRATION: '0',
    LIMITS_RESET: '0',
    LIMITS_SECOND_FACTOR: '0',
    LIMITS_HOLDS: '0',
    LIMITS_CHECKOUT: '0',
    LIMITS_LIVE_TICKETS: '0',
    HOLD_CAP_ADDRESS: '0',
    ...Object.fromEntries(SECRETS.map((name, byte) => [name, Buffer.alloc(32, byte + 1).toString('base64url')])),
  }
  const [stripe, worker, ...others] = await Promise.all([
    startProcess('deploy/stripeSandbox.ts', { ...env, PORT: stripePort }),
    startProcess('deploy/worker.ts', env),
    startProcess('deploy/web.ts', env),
    startProcess('deploy/web.ts', env),
    startProcess('deploy/realtime.ts', env),
    startProcess('deploy/realtime.ts', env),
  ])
  web.push(...others.slice(0, 2))
  realtime.push(...others.slice(2))
  return {
    address,
    stripeUrl,
    nats,
    redis,
    web,
    realtime,
    worker,
    stop: async () => {
      await Promise.all([...web, ...realtime, worker].map((one) => one.stop()))
      await stripe.stop()
      await Promise.all([address.stop(), nats.stop(), redis.kill(), mails.stop()])
    },
  }
}

/** Redis on a port of its own, which it keeps. It forgets everything when it is killed. */
const startTcpRedis = async (): Promise<TcpRedis | null> => {
  const program = findProgram('redis-server')
  if (program === null) return null
  const port = String(await freePort())
  let running: ChildProcess
  const launch = async (): Promise<void> => {
    const settings = ['--bind', '127.0.0.1', '--port', port, '--save', '', '--appendonly', 'no', '--dir', '/tmp']
    running = spawn(program, settings, { stdio: ['ignore', 'pipe', 'ignore'] })
    let said = ''
    running.stdout?.on('data', (data: Buffer) => (said += data.toString()))
    await until('Redis is ready', () => /ready to accept connections/i.test(said))
  }
  await launch()
  return {
    url: `redis://127.0.0.1:${port}`,
    restart: launch,
    kill: async () => {
      if (running.exitCode !== null || running.signalCode !== null) return
      const gone = once(running, 'exit')
      running.kill('SIGKILL')
      await gone
    },
  }
}

/** Takes every mail, as SendGrid does. */
const takeMails = async (): Promise<{ url: string; stop(): Promise<void> }> => {
  const server = createServer((request, response) => {
    request.resume().once('end', () => response.writeHead(202).end())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
