import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from './freePort.ts'

export interface StartedProcess {
  /** Where it answers, without a trailing slash. */
  url: string
  pid: number
  /** Everything it has printed. */
  output(): string
  /** Asks it to end, as Ctrl-C does, and answers its exit code. */
  stop(): Promise<number | null>
  kill(): Promise<void>
}

const READY_SECONDS = 120

/** Starts one of the product's entry points on a free port and waits until it says that it is ready. */
export const startProcess = async (entry: string, env: Record<string, string> = {}): Promise<StartedProcess> => {
  const port = env['PORT'] ?? String(await freePort())
  // By number, not by name: two addresses behind "localhost" would be tried in turn, each for a quarter of a second.
  const url = `http://127.0.0.1:${port}`
  let output = ''
  const child = spawn(process.execPath, [entry], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: port, PUBLIC_ORIGIN: url, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>
  child.stdout?.on('data', (data: Buffer) => (output += data.toString()))
  child.stderr?.on('data', (data: Buffer) => (output += data.toString()))
  await new Promise<void>((resolve, reject) => {
    const tooLate = setTimeout(
      () => reject(new Error(`${entry} was not ready within ${READY_SECONDS} s:\n${output}`)),
      READY_SECONDS * 1000,
    )
    child.on('message', (message) => {
      if (message !== 'mayago is ready') return
      clearTimeout(tooLate)
      resolve()
    })
    child.once('exit', (code) => {
      clearTimeout(tooLate)
      reject(new Error(`${entry} ended with ${code} before it was ready:\n${output}`))
    })
  }).catch((error: unknown) => {
    child.kill('SIGKILL')
    throw error
  })
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    return (await ended)[0]
  }
  return {
    url,
    pid: child.pid as number,
    output: () => output,
    stop: () => end('SIGINT'),
    kill: async () => void (await end('SIGKILL')),
  }
}
