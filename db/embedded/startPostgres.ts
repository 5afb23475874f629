import { spawn } from 'node:child_process'
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { findBinaries, type Binaries } from './binaries.ts'
import { clearStalePidFile, ensureDataFolder, pathFor, serverIn, type RunningServer } from './dataFolder.ts'
import { withLock } from './lock.ts'
import { identityOf, isRunning } from './processes.ts'

export interface StartPostgresOptions {
  /** The server lives in `<dataDir>/pg`. */
  dataDir: string
  log: (line: string) => void
  /** False gives up crash safety for speed: tests only. */
  durable: boolean
  /** More settings, as in postgresql.conf. */
  settings?: Record<string, string>
  walSegmentMb?: number
}

export interface Postgres {
  /** The database `mayago`, as its owner. */
  url: string
  pid: number
  /** True when the server was already running, for another command or left over from a killed one. */
  attached: boolean
  /** Leaves the server; the last one to leave stops it. */
  stop(): Promise<void>
}

const DATABASE = 'mayago'
const START_SECONDS = 60
const STOP_SECONDS = 30

/**
 * Starts the embedded PostgreSQL in `<dataDir>/pg`, or attaches to the one that runs there. Any number of processes
 * may share it; it outlives each of them but the last, comes back on the same port when it dies, and needs no hand
 * after a `kill -9` of anything.
 */
export const startPostgres = async (options: StartPostgresOptions): Promise<Postgres> => {
  const home = join(options.dataDir, 'pg')
  mkdirSync(join(home, 'users'), { recursive: true })
  const launcher = { ...options, home: realpathSync(home), binaries: await findBinaries() }
  const me = join(launcher.home, 'users', identityOf(process.pid) as string)
  const { url, server, attached } = await withLock(launcher.home, async () => {
    const running = await ensureRunning(launcher)
    writeFileSync(me, '')
    return running
  })
  const guard = keepRunning(launcher)
  const stop = async (): Promise<void> => {
    await guard.stop()
    await withLock(launcher.home, async () => {
      rmSync(me, { force: true })
      if (liveUsers(launcher.home).length === 0) await stopServer(launcher)
    })
  }
  return { url, pid: server.pid, attached, stop }
}

type Launcher = StartPostgresOptions & { home: string; binaries: Binaries }

const liveUsers = (home: string): string[] =>
  readdirSync(join(home, 'users')).filter((user) => {
    if (isRunning(user)) return true
    rmSync(join(home, 'users', user), { force: true })
    return false
  })

const ensureRunning = async (
  launcher: Launcher,
): Promise<{ url: string; server: RunningServer; attached: boolean }> => {
  const data = join(launcher.home, 'data')
  const secret = ensureDataFolder(launcher.home, launcher.binaries, { walSegmentMb: launcher.walSegmentMb })
  const deadline = performance.now() + START_SECONDS * 1000
  const found = serverIn(data) !== null
  let spawned = false
  while (performance.now() < deadline) {
    const server = serverIn(data)
    if (server?.ready) {
      const url = `postgres://postgres:${secret}@127.0.0.1:${server.port}/${DATABASE}`
      if (await answers(url, secret, server.port)) {
        writeFileSync(
          join(launcher.home, 'connection.json'),
          JSON.stringify({ url, port: server.port, secret, pid: server.pid }),
          { mode: 0o600 },
        )
        return { url, server, attached: found && !spawned }
      }
    } else if (server === null && clearStalePidFile(data)) {
      const { ended } = await spawnServer(launcher, data)
      spawned = true
      await Promise.race([ended, untilReady(data)])
    }
    await wait(20)
  }
  throw new Error(
    `PostgreSQL did not start within ${START_SECONDS} s; its log is ${join(launcher.home, 'postgres.log')}`,
  )
}

const untilReady = async (data: string): Promise<void> => {
  for (let round = 0; round < START_SECONDS * 100 && !serverIn(data)?.ready; round++) await wait(10)
}

/** A connection is the only proof that a server is ours and well; the database is made on the first one. */
const answers = async (url: string, secret: string, port: number): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch (error) {
    const code = (error as { code?: string }).code
    if (code === '3D000') await createDatabase(secret, port)
    // 57P03: starting up or shutting down; ECONNRESET and ECONNREFUSED: on its way out.
    else if (code !== '57P03' && code !== 'ECONNREFUSED' && code !== 'ECONNRESET') throw error
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

const createDatabase = async (secret: string, port: number): Promise<void> => {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password: secret, database: 'postgres' })
  await client.connect()
  await client.query(`CREATE DATABASE ${DATABASE}`)
  await client.end()
}

/** Starts a server and returns a promise of its end. It gets its own session, so that Ctrl-C reaches only us. */
const spawnServer = async (launcher: Launcher, data: string): Promise<{ ended: Promise<void> }> => {
  const port = await freePort(lastPort(launcher.home))
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(launcher.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    ...launcher.settings,
  }
  const logFile = join(launcher.home, 'postgres.log')
  const log = openSync(logFile, isBig(logFile) ? 'w' : 'a', 0o600)
  const child = spawn(
    launcher.binaries.postgres,
    [
      '-D',
      pathFor(data, launcher.binaries),
      '-p',
      String(port),
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { ...launcher.binaries.runAs, cwd: data, detached: true, stdio: ['ignore', log, log] },
  )
  closeSync(log)
  child.unref()
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => resolve())
  })
  return { ended }
}

const LOG_BYTES_MAX = 10_000_000
const isBig = (file: string): boolean => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES_MAX

/** A restarted server keeps its port, so that pools which still point there find it again. */
const lastPort = (home: string): number => {
  try {
    return (JSON.parse(readFileSync(join(home, 'connection.json'), 'utf8')) as { port: number }).port
  } catch {
    return 0
  }
}

const freePort = (wanted: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => (wanted === 0 ? reject(error) : freePort(0).then(resolve, reject)))
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

/** Brings a server back that has died; whichever of its users sees it first does. */
const keepRunning = (launcher: Launcher): { stop(): Promise<void> } => {
  const data = join(launcher.home, 'data')
  let reviving: Promise<void> | null = null
  const timer = setInterval(() => {
    if (reviving !== null || serverIn(data) !== null) return
    launcher.log('PostgreSQL has stopped unexpectedly; starting it again')
    reviving = withLock(launcher.home, async () => void (await ensureRunning(launcher)))
      .catch((error: unknown) => launcher.log(`PostgreSQL did not come back: ${String(error)}`))
      .finally(() => (reviving = null))
  }, 250)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await reviving
    },
  }
}

/** SIGINT is PostgreSQL's fast shutdown: sessions end, what is committed is flushed. */
const stopServer = async (launcher: Launcher): Promise<void> => {
  const server = serverIn(join(launcher.home, 'data'))
  if (server === null) return
  const identity = identityOf(server.pid)
  if (identity === null) return
  process.kill(server.pid, 'SIGINT')
  const deadline = performance.now() + STOP_SECONDS * 1000
  while (isRunning(identity)) {
    if (performance.now() > deadline) {
      launcher.log(
        `PostgreSQL did not stop within ${STOP_SECONDS} s; ending it at once (it recovers on its next start)`,
      )
      process.kill(server.pid, 'SIGQUIT')
      return
    }
    await wait(10)
  }
}
