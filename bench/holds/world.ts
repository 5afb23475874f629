import { randomUUID } from 'node:crypto'
import { makeClaim } from '@mayago/core/booking/idempotency.ts'
import type { Pool } from 'pg'
import { openOrm, poolOf } from '@mayago/db/orm.ts'
import { migrate } from '@mayago/db/migrate.ts'
import { makeDepartures, type MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import type { SqlEntityManager } from '@mikro-orm/postgresql'

/** A departure that never fills, so that every request is granted and every grant is written. */
export const CAPACITY = 1_000_000

export interface BenchWorld {
  pool: Pool
  makeDeparture(): Promise<MadeDeparture>
  /** Holds of a departure as rows, as its counter says, and as answers kept. */
  count(departureId: string): Promise<{ rows: number; counter: number; answers: number }>
  close(): Promise<void>
}

/** Through the product's own driver and pool settings. */
export const openBenchWorld = async (url: string): Promise<BenchWorld> => {
  await migrate(url)
  const orm = await openOrm(url, { poolMax: 20 })
  const pool = await poolOf(orm)
  return {
    pool,
    makeDeparture: async () =>
      (
        await makeDepartures(
          { em: orm.em.fork() as SqlEntityManager },
          { one: { capacity: CAPACITY, slug: `bench-${randomUUID()}` } },
        )
      ).one,
    count: async (departureId) => {
      const { rows } = await pool.query(
        `select (select count(*)::int from holds where departure_id = $1) as rows,
           (select seats_taken from departures where id = $1) as counter,
           (select count(*)::int from idempotency_keys k join holds h on h.id::text = k.answer::json ->> 'hold'
              where h.departure_id = $1) as answers`,
        [departureId],
      )
      return rows[0]
    },
    close: () => orm.close(),
  }
}

/** One buyer's request: an actor and key of its own, one adult. */
export const makeRequest = (departure: MadeDeparture, n: number) => {
  const guest = randomUUID()
  const units = [{ unitId: departure.units.adult as string, quantity: 1 }]
  return {
    holder: `g:${guest}`,
    units,
    claim: makeClaim(`g:${guest}`, `hold.place:${departure.departureId}`, `k${n}`, units),
  }
}
