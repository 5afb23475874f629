import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'

/** Stripe's own stateless mock (https://github.com/stripe/stripe-mock), where somebody installed it; else null. */
export const findStripeMock = (): string | null => {
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    join(process.env['GOPATH'] ?? join(homedir(), 'go'), 'bin'),
  ]
  return folders.map((folder) => join(folder, 'stripe-mock')).find((file) => existsSync(file)) ?? null
}

export interface StripeMock {
  url: URL
  version: string
  stop(): Promise<void>
}

/** Starts it on a port of its choosing. It checks each request against Stripe's published OpenAPI description. */
export const startStripeMock = async (file: string): Promise<StripeMock> => {
  const version = execFileSync(file, ['-version'], { encoding: 'utf8' }).trim()
  const mock = spawn(file, ['-http-addr', '127.0.0.1:'], { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface(mock.stdout)) {
    const port = /Listening for HTTP at address: .*:(\d+)/.exec(line)?.[1]
    if (port === undefined) continue
    mock.stdout.resume()
    return {
      url: new URL(`http://127.0.0.1:${port}`),
      version,
      stop: async () => {
        mock.kill()
        await once(mock, 'exit')
      },
    }
  }
  throw new Error('stripe-mock ended before it listened')
}
