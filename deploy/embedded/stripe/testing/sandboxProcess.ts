import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { createStripeSandbox } from '../createStripeSandbox.ts'
import { KEYS } from './keys.ts'

// A sandbox in a process of its own, to be killed: `node sandboxProcess.ts <database> <webhook address>`. Prints its address.
const [databaseUrl, webhookUrl = ''] = process.argv.slice(2)
const server = createServer((req, res) => void sandbox.handle(req, res))
const origin = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const ignore = (): void => undefined
const sandbox = createStripeSandbox({
  ...KEYS,
  pool: new pg.Pool({ connectionString: databaseUrl }),
  clock: { now: () => new Date() },
  basePath: '/_stripe',
  publicOrigin: origin,
  webhookUrl: () => webhookUrl,
  log: { info: ignore, warn: ignore, error: ignore },
})
await sandbox.start()
server.listen(0, '127.0.0.1', () => process.stdout.write(`${origin()}\n`))
