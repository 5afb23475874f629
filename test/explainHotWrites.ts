import * as assert from 'uvu/assert'
import { cancelBooking, cancelQuote, extendHold, placeHold, releaseHold } from '@mayago/core/booking/index.ts'
import type { Ctx } from '@mayago/core/context.ts'
import { ROUNDS } from '@mayago/core/jobs/handlers.ts'
import { newId } from '@mayago/kernel/ids.ts'
import { beginBooking, sendRefund, settlePayment } from '@mayago/core/payments/index.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { coreWorld, type CoreWorld } from './coreWorld.ts'
import { BIG } from './explainHotQueries.ts'
import type { LargeReadWorld } from './largeReadWorld.ts'

/** Fewer rows than this is a small partition or a queue that is short by nature. */
const MANY_ROWS = 1000

/**
 * Does the work and answers the big tables that PostgreSQL read from end to end meanwhile, by its own counters: they see
 * what a trigger, a foreign key and a plan kept for later read as well.
 */
const scannedBy = async (w: LargeReadWorld, work: () => Promise<unknown>): Promise<string[]> => {
  const before = await readCounters(w)
  await work()
  const after = await readCounters(w)
  return [...after].filter(([table, rows]) => rows - (before.get(table) ?? 0) >= MANY_ROWS).map(([table]) => table)
}

/** A session hands its counters in when it ends: the pools open new ones by themselves. This one is asked to. */
const readCounters = async (w: LargeReadWorld): Promise<Map<string, number>> => {
  await w.pool.query(
    `select pg_terminate_backend(pid, 5000) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
     union all select pg_stat_force_next_flush() is null`,
  )
  const { rows } = await w.pool.query<{ relname: string; seq_tup_read: string }>(
    'select relname, seq_tup_read from pg_stat_user_tables',
  )
  return new Map(
    rows.filter(({ relname }) => BIG.test(relname)).map((row) => [row.relname, Number(row.seq_tup_read)] as const),
  )
}

/** A whole booking with all that may happen to it, then a round of everything that a worker repeats. */
const hotWrites = (core: CoreWorld, w: LargeReadWorld): Record<string, () => Promise<unknown>> => {
  const at = { now: w.now, clock: { now: () => w.now } }
  const guest = core.guest({ ...at, idempotencyKey: newId(Date.now()) })
  const system = core.as(undefined, at)
  return {
    'hold to refund': () => bookAndCancel(core, guest, system),
    ...Object.fromEntries(ROUNDS.map(({ name, work }) => [name, () => work(core.as(undefined, at))])),
  }
}

const bookAndCancel = async (core: CoreWorld, guest: Ctx, system: Ctx): Promise<void> => {
  const departure = await queryRow<{ id: string; unit_id: string }>(
    core.em,
    `select d.id, u.id as unit_id from departures d join units u on u.option_id = d.option_id and u.type = 'ADULT'
     where d.starts_at > seat_now() + interval '5 days' and d.capacity - d.seats_taken > 8 limit 1`,
  )
  assert.ok(departure, 'there is a departure with room')
  const input = { departureId: departure.id, units: [{ unitId: departure.unit_id, quantity: 2 }] }
  const tried = await placeHold({ ...guest, idempotencyKey: newId(Date.now()) }, input)
  await extendHold(guest, { holdId: tried.id })
  await releaseHold(guest, { holdId: tried.id })
  const held = await placeHold({ ...guest, idempotencyKey: newId(Date.now()) }, input)
  const contact = { name: 'Ana Peña', email: 'ana@example.com', phone: null }
  const { id } = await beginBooking(guest, { holdId: held.id, contact, travelers: [] })
  const payment = await queryRow<{ intent_id: string }>(
    core.em,
    'select intent_id from payments where booking_id = $1',
    [id],
  )
  await core.ports.payments.confirmIntent({
    intentId: payment?.intent_id ?? '',
    paymentMethod: 'pm_card_visa',
    returnUrl: 'http://127.0.0.1/back',
    idempotencyKey: id,
  })
  await settlePayment(guest, { bookingId: id })
  const { refund } = await cancelQuote(guest, { bookingId: id })
  await cancelBooking(guest, { bookingId: id, refundMinor: refund.minor })
  for (const row of await queryRows<{ id: string }>(
    core.em,
    'select f.id from refunds f join payments y on y.id = f.payment_id where y.booking_id = $1',
    [id],
  ))
    await sendRefund(system, { refundId: row.id })
}

/** Every hot write that reads a big table from end to end, with the table. */
export const findScannedByWrites = async (w: LargeReadWorld): Promise<string[]> => {
  const core = await coreWorld({}, w)
  const found: string[] = []
  try {
    for (const [name, work] of Object.entries(hotWrites(core, w)))
      found.push(...(await scannedBy(w, work)).map((table) => `${name} reads all of ${table}`))
  } finally {
    await core.close()
  }
  return found
}

/** What the counters say of a list that no index answers: proof that they see one. */
export const countPlantedScan = (w: LargeReadWorld): Promise<string[]> =>
  scannedBy(w, () => queryRows(w.em, 'select id from departures where capacity = $1', [7]))
