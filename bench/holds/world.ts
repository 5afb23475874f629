import { hash, randomUUID } from 'node:crypto'
import type { SqlEntityManager } from '@mikro-orm/postgresql'
import type { Pool } from 'pg'
import type { DeskRequest } from '@mayago/core/booking/deskBatch.ts'
import { makeClaim } from '@mayago/core/booking/idempotency.ts'
import { defaultSettings, type Settings } from '@mayago/core/settings.ts'
import { migrate } from '@mayago/db/migrate.ts'
import { openOrm, poolOf } from '@mayago/db/orm.ts'
import { emptyTables } from '@mayago/db/testing/emptyTables.ts'
import { makeDepartures, type MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'

/** Connections of one process, as `DATABASE_POOL` has it. */
export const POOL = 20

/** The product's rules with its caps off. */
export const RULES: Settings = { ...defaultSettings, seatCaps: { guest: 0, user: 0, address: 0 } }

/** A departure that never fills, so that every request is granted and every grant is written. */
const CAPACITY = 1_000_000

export interface Sold {
  rows: number
  counter: number
  answers: number
}

export interface BenchWorld {
  url: string
  pool: Pool
  /** One departure with nothing sold. What earlier measurements wrote is gone and flushed: all start alike. */
  freshDeparture(): Promise<MadeDeparture>
  freshDepartures(count: number): Promise<MadeDeparture[]>
  /** Holds of a departure as rows, as its counter says, and as answers kept. */
  count(departureId: string): Promise<Sold>
  /** What a server setting is. */
  show(setting: string): Promise<string>
  close(): Promise<void>
}

/** Through the product's own driver and pool settings. */
export const openBenchWorld = async (url: string): Promise<BenchWorld> => {
  await migrate(url)
  const orm = await openOrm(url, { poolMax: POOL })
  const pool = await poolOf(orm)
  const forget = async (): Promise<void> => {
    await emptyTables(pool, 'holds, idempotency_keys, outbox')
    await pool.query('checkpoint')
  }
  const make = async (): Promise<MadeDeparture> =>
    (
      await makeDepartures(
        { em: orm.em.fork() as SqlEntityManager },
        { one: { capacity: CAPACITY, slug: `bench-${randomUUID()}` } },
      )
    ).one
  return {
    url,
    pool,
    freshDeparture: async () => {
      await forget()
      return make()
    },
    freshDepartures: async (count) => {
      await forget()
      const departures: MadeDeparture[] = []
      while (departures.length < count) departures.push(await make())
      await pool.query('analyze')
      return departures
    },
    count: async (departureId) => {
      const { rows } = await pool.query<Sold>(
        `select (select count(*)::int from holds where departure_id = $1 and state = 'live') as rows,
           (select seats_taken from departures where id = $1) as counter,
           (select count(*)::int from idempotency_keys k join holds h on h.id::text = k.answer::json ->> 'hold'
              where h.departure_id = $1 and k.outcome = 'answered') as answers`,
        [departureId],
      )
      return rows[0] as Sold
    },
    show: async (setting) => {
      const { rows } = await pool.query<Record<string, string>>(`show ${setting}`)
      return Object.values(rows[0] ?? {})[0] ?? ''
    },
    close: () => orm.close(),
  }
}

/** What was sold, once two looks in a row agree: a load that stopped may have left requests under way. */
export const settled = async (world: BenchWorld, departureId: string): Promise<Sold> => {
  let sold = await world.count(departureId)
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 250))
    const again = await world.count(departureId)
    if (again.rows === sold.rows) return again
    sold = again
  }
}

/**
 * Rows, counter and kept answers must agree, and be what buyers were told. `underWay` requests may have been granted
 * whose buyers were gone when the load stopped.
 */
export const assertSold = ({ rows, counter, answers }: Sold, told: number, underWay = 0): void => {
  if (rows !== counter || rows !== answers || rows < told || rows > told + underWay)
    throw new Error(`${told} were granted, but the database has ${rows} holds, ${answers} answers, counter ${counter}`)
}

/** One buyer's request: an actor and key of its own, one adult. */
export const makeRequest = (departure: MadeDeparture, n: number): DeskRequest => {
  const holder = `g:${randomUUID()}`
  const units = [{ unitId: departure.units.adult as string, quantity: 1 }]
  return {
    kind: 'hold',
    units,
    holder,
    address: null,
    locale: 'en',
    claim: makeClaim(
      holder,
      `hold.place:${departure.departureId}`,
      `k${n}`,
      hash('sha256', JSON.stringify(units), 'buffer').subarray(0, 16),
    ),
  }
}
