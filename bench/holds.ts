import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '@mayago/db/embedded/startPostgres.ts'
import { benchBookings } from './holds/bookings.ts'
import { benchDatabase } from './holds/database.ts'
import type { Verdict } from './holds/figures.ts'
import { benchHttp } from './holds/http.ts'
import { readOptions, type Options, type Part } from './holds/options.ts'
import { benchRooms } from './holds/rooms.ts'
import { openBenchWorld, POOL, RULES, type BenchWorld } from './holds/world.ts'
import { reportVerdicts } from './reportVerdicts.ts'

export interface Bench {
  world: BenchWorld
  /** Where the server of this run lives; a product started on it attaches to that server. */
  dataDir: string
  options: Options
}

const BENCHES: Record<Part, (bench: Bench) => Promise<Verdict[]>> = {
  database: ({ world, options }) => benchDatabase(world, options),
  http: benchHttp,
  rooms: benchRooms,
  bookings: benchBookings,
}

/** Holds and bookings: `npm run bench -- holds [--seconds 15] [--runs 3] [--only database,http,…]`. */
export const run = async (words: readonly string[]): Promise<void> => {
  const options = readOptions(words)
  mkdirSync('var/bench', { recursive: true })
  const dataDir = mkdtempSync(join('var/bench', 'holds-'))
  const postgres = await startPostgres({ dataDir, log: (line) => console.error(line), durable: true })
  const world = await openBenchWorld(postgres.url)
  try {
    await tellSettings(world, options)
    const verdicts: Verdict[] = []
    for (const part of options.parts) verdicts.push(...(await BENCHES[part]({ world, dataDir, options })))
    reportVerdicts(verdicts)
  } finally {
    await world.close()
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const SHOWN = ['server_version', 'fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers', 'max_wal_size']

const tellSettings = async (world: BenchWorld, { seconds, runs }: Options): Promise<void> => {
  const shown = await Promise.all(SHOWN.map(async (name) => `${name} ${await world.show(name)}`))
  const { holdMinutes, deskQueueMax, seatCaps } = RULES
  console.log(`node ${process.version} · ${cpus().length} × ${cpus()[0]?.model} · load ${loadavg()[0]?.toFixed(1)}`)
  console.log(`PostgreSQL, all sides: ${shown.join(' · ')}`)
  console.log(
    `pool ${POOL} · seat caps ${JSON.stringify(seatCaps)} · rate limits off · holds of ${holdMinutes} min · desk queue ${deskQueueMax}`,
  )
  console.log(`${runs} interleaved runs of ${seconds} s, medians; every measurement starts with emptied tables\n`)
}
