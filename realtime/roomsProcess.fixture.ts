import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { openOrm } from '@mayago/db/orm.ts'
import type { FreshDatabase } from '@mayago/db/testing/freshDatabase.ts'
import { openNatsBus } from '@mayago/core/adapters/nats/natsBus.ts'
import { quietLog } from '../test/quietLog.ts'
import { startRooms } from './rooms.fixture.ts'

/** A realtime process of its own, as `npm run start:realtime` would be: it shares PostgreSQL and NATS, and nothing else. */
export interface RoomsProcess {
  url: string
  ticket(): Promise<string>
  kill(): Promise<void>
}

export const startRoomsProcess = async (databaseUrl: string, natsUrl: string): Promise<RoomsProcess> => {
  const child = spawn(process.execPath, [import.meta.filename, databaseUrl, natsUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string]
  return {
    url,
    ticket: async () => (await fetch(`${url}/ticket`)).text(),
    kill: async () => {
      const gone = once(child, 'exit')
      if (child.kill('SIGKILL')) await gone
    },
  }
}

const serve = async (databaseUrl: string, natsUrl: string): Promise<void> => {
  const orm = await openOrm(databaseUrl)
  const database = { orm, em: orm.em.fork() } as unknown as FreshDatabase
  const rooms = await startRooms({ database, bus: await openNatsBus(natsUrl, quietLog()) })
  process.stdout.write(`${rooms.url}\n`)
}

if (process.argv[1] === import.meta.filename) {
  const [databaseUrl, natsUrl] = process.argv.slice(2) as [string, string]
  await serve(databaseUrl, natsUrl)
}
