import { type ChildProcess, spawn } from 'node:child_process'
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

/** A real server under a test. It can be killed and started again at the same address. */
export interface TestServer {
  readonly url: string
  /** Stops answering while keeping its connections: the network's silence. */
  freeze(): void
  thaw(): void
  kill(): Promise<void>
  restart(): Promise<void>
  /** Kills it for good and removes what it wrote. */
  stop(): Promise<void>
}

/**
 * Where a server program is, or null with a line that says what is skipped. With CI=true a missing one is a failure: a
 * green run must have tested everything.
 */
export const findProgram = (name: string): string | null => {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/usr/local/bin']
  for (const folder of folders) {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return join(folder, name)
    } catch {
      continue
    }
  }
  if (process.env['CI'] === 'true') throw new Error(`${name} is not installed`)
  console.log(`SKIPPED: ${name} is not installed, so its adapters are not tested`)
  return null
}

/** A nats-server on a free port, or null when the program is missing. */
export const startNats = async (): Promise<TestServer | null> => {
  const program = findProgram('nats-server')
  if (program === null) return null
  let port = '-1'
  let running = await launch()

  async function launch(): Promise<ChildProcess> {
    const child = spawn(program as string, ['-a', '127.0.0.1', '-p', port], { stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    await new Promise<void>((resolve, reject) => {
      child.once('exit', () => reject(new Error(`nats-server did not start: ${said}`)))
      child.stderr.on('data', (data: Buffer) => {
        said += data.toString()
        port = /client connections on 127\.0\.0\.1:(\d+)/.exec(said)?.[1] ?? port
        if (said.includes('Server is ready')) resolve()
      })
    })
    return child
  }

  return {
    url: `nats://127.0.0.1:${port}`,
    ...controls(
      () => running,
      async () => void (running = await launch()),
      () => undefined,
    ),
  }
}

/**
 * A redis-server, or null when the program is missing: on a socket file, or on a TCP port when one is given. It keeps
 * nothing over a restart.
 */
export const startRedis = async (port = 0): Promise<TestServer | null> => {
  const program = findProgram('redis-server')
  if (program === null) return null
  const folder = mkdtempSync(join(tmpdir(), 'mayago-redis-'))
  const socket = join(folder, 'redis.sock')
  let running = await launch()

  async function launch(): Promise<ChildProcess> {
    const settings = [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--unixsocket',
      socket,
      '--save',
      '',
      '--appendonly',
      'no',
      '--dir',
      folder,
    ]
    const child = spawn(program as string, settings, { stdio: ['ignore', 'pipe', 'ignore'] })
    await new Promise<void>((resolve, reject) => {
      child.once('exit', () => reject(new Error('redis-server did not start')))
      child.stdout.on('data', (data: Buffer) => {
        if (/ready to accept connections/i.test(data.toString())) resolve()
      })
    })
    await canConnect(socket)
    return child
  }

  return {
    url: port === 0 ? socket : `redis://127.0.0.1:${port}`,
    ...controls(
      () => running,
      async () => void (running = await launch()),
      () => rmSync(folder, { recursive: true, force: true }),
    ),
  }
}

const controls = (
  child: () => ChildProcess,
  restart: () => Promise<void>,
  cleanUp: () => void,
): Omit<TestServer, 'url'> => {
  const kill = (): Promise<void> =>
    new Promise((resolve) => {
      if (child().exitCode !== null || child().signalCode !== null) return resolve()
      child().removeAllListeners('exit')
      child().once('exit', () => resolve())
      child().kill('SIGKILL')
    })
  return {
    freeze: () => void child().kill('SIGSTOP'),
    thaw: () => void child().kill('SIGCONT'),
    kill,
    restart,
    stop: async () => {
      await kill()
      cleanUp()
    },
  }
}

const canConnect = (socket: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const connection = createConnection(socket, () => {
      connection.end()
      resolve()
    })
    connection.once('error', reject)
  })
