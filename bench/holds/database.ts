import { newId } from '@mayago/kernel/ids.ts'
import { createSeatDesk } from '@mayago/core/booking/index.ts'
import { defaultSettings } from '@mayago/core/settings.ts'
import type { MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import { makeRequest, type BenchWorld } from './world.ts'

/** Takes one seat; rejects when it could not. */
export interface Side {
  name: string
  /** Requests under way at once. */
  buyers: number
  prepare(departure: MadeDeparture): { hold(n: number): Promise<void>; close(): Promise<void> }
}

/** The product's way: the seat desk over the pool. Caps off, as printed. */
export const deskSide = (world: BenchWorld, buyers: number): Side => ({
  name: `seat desk, ${buyers} buyers`,
  buyers,
  prepare: (departure) => {
    const desk = createSeatDesk({
      pool: world.pool,
      settings: { ...defaultSettings, seatCaps: { guest: 0, user: 0, address: 0 } },
      publish: () => undefined,
    })
    return {
      hold: async (n) => {
        const { holder, units, claim } = makeRequest(departure, n)
        await desk.ask(departure.departureId, { kind: 'hold', units, holder, address: null, locale: 'en', claim })
      },
      close: () => desk.close(),
    }
  },
})

const SQL = {
  lock: {
    name: 'rival_lock',
    text: `select capacity, seats_taken, version, status, cutoff_at > seat_now() as bookable, seat_now() as now
           from departures where id = $1 for update`,
  },
  hold: {
    name: 'rival_hold',
    text: `insert into holds (id, departure_id, seats, party, total_minor, currency, holder, created_at, expires_at)
           values ($1, $2, $3, $4, $5, $6, $7, seat_now(), seat_now() + interval '15 minutes') returning expires_at`,
  },
  answer: {
    name: 'rival_answer',
    text: `insert into idempotency_keys (id, request_hash, outcome, answer) values ($1, $2, 'answered', $3)`,
  },
  step: {
    name: 'rival_step',
    text: `with stepped as (update departures set seats_taken = seats_taken + $2, version = version + 1 where id = $1)
           insert into outbox (subject, payload) values ($3, $4)`,
  },
}

/** The usual way: one transaction a request, the row locked, every statement prepared, the same rows written. */
export const forUpdateSide = (world: BenchWorld, buyers: number): Side => ({
  name: `prepared SELECT … FOR UPDATE, ${buyers} buyers`,
  buyers,
  prepare: (departure) => ({
    hold: async (n) => {
      const { holder, units, claim } = makeRequest(departure, n)
      const client = await world.pool.connect()
      try {
        await client.query('begin')
        const { rows } = await client.query({ ...SQL.lock, values: [departure.departureId] })
        const row = rows[0]
        if (!row.bookable || row.status !== 'open' || row.capacity - row.seats_taken < 1) throw new Error('refused')
        const id = newId<'hold'>(Date.now())
        const party = JSON.stringify(units.map(({ unitId, quantity }) => [unitId, quantity, 100_000]))
        await client.query({ ...SQL.hold, values: [id, departure.departureId, 1, party, 100_000, 'MXN', holder] })
        const answer = JSON.stringify({ hold: id, at: Date.now(), locale: 'en', lines: JSON.parse(party) })
        await client.query({
          ...SQL.answer,
          values: [claim.id, claim.requestHash, answer],
        })
        const frame = JSON.stringify({ departureId: departure.departureId, version: Number(row.version) + 1 })
        await client.query({
          ...SQL.step,
          values: [departure.departureId, 1, `departure.${departure.departureId}`, frame],
        })
        await client.query('commit')
        client.release()
      } catch (error) {
        await client.query('rollback')
        client.release()
        throw error
      }
    },
    close: () => Promise.resolve(),
  }),
})
