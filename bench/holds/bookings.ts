import { confirmBooking, openBooking, placeHold } from '@mayago/core/booking/index.ts'
import { inTransaction, type Ctx } from '@mayago/core/context.ts'
import { lockAndSweep } from '@mayago/core/availability/index.ts'
import { newId } from '@mayago/kernel/ids.ts'
import type { MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import { createLog } from '../../deploy/compose/createLog.ts'
import { openProduct, type Product } from '../../deploy/compose/openProduct.ts'
import { readConfig } from '../../deploy/config/readConfig.ts'
import type { Bench } from '../holds.ts'
import { below, median, summarise, format, type Figure, type Verdict } from './figures.ts'
import { POOL } from './world.ts'

const DEPARTURES = 1_000
const BUYERS = 20

/**
 * Whole bookings over many departures, through the use-cases: hold; begin (Stripe left out); confirm as a payment's
 * webhook does, with tickets, event and the mail's job. First a closed loop finds the capacity; then bookings arrive on
 * their own, at half of it, each timed from the moment it was due. The budget names hold and confirm: what begin adds,
 * where a person types their name meanwhile, is told beside it.
 */
export const benchBookings = async ({ world, dataDir, options }: Bench): Promise<Verdict[]> => {
  const departures = await world.freshDepartures(DEPARTURES)
  const config = readConfig({
    DATA_DIR: dataDir,
    DATABASE_POOL: String(POOL),
    HOLD_CAP_GUEST: '0',
    HOLD_CAP_USER: '0',
    HOLD_CAP_ADDRESS: '0',
  })
  const log = createLog('warn')
  const { url } = world
  const product = await openProduct({ config, log, databaseUrl: url, keepsJobs: false })
  const book = bookings(product, departures)
  await closedLoop(book, 3)
  const capacities: number[] = []
  const whole: Figure[] = []
  const seats: Figure[] = []
  for (let run = 1; run <= options.runs; run++) {
    const capacity = await closedLoop(book, options.seconds)
    capacities.push(capacity.perSecond)
    console.log(`run ${run}  ${'booking, as fast as 20 buyers can'.padEnd(44)} ${format(capacity)}`)
    const open = await openLoop(book, capacity.perSecond / 2, options.seconds)
    seats.push(open.seats)
    whole.push(open.whole)
    console.log(`run ${run}  ${'open loop at half of that, hold + confirm'.padEnd(44)} ${format(open.seats)}`)
    console.log(`run ${run}  ${'the same with begin between them'.padEnd(44)} ${format(open.whole)}`)
  }
  await product.close()
  await assertBooked(world.pool, book.done())
  const rate = `${(median(capacities) / 2).toFixed(0)}/s`
  const what = `booking on 1,000 departures, open loop at ${rate}`
  const p50 = (figures: readonly Figure[]): number => median(figures.map(({ p50Ms }) => p50Ms))
  const p99 = (figures: readonly Figure[]): number => median(figures.map(({ p99Ms }) => p99Ms))
  return [
    below(`${what}, hold + confirm, p50`, p50(seats), 10),
    below(`${what}, hold + confirm, p99`, p99(seats), 50),
    below(`${what}, hold + begin + confirm, p50`, p50(whole), 10),
    below(`${what}, hold + begin + confirm, p99`, p99(whole), 50),
  ]
}

/** One booking; answers how long its begin took, in ms. */
type Book = { (): Promise<number>; done(): number }

const bookings = ({ app }: Product, departures: readonly MadeDeparture[]): Book => {
  let asked = 0
  let done = 0
  const book = async (): Promise<number> => {
    const departure = departures[asked++ % departures.length] as MadeDeparture
    const { departureId, units } = departure
    const guestId = newId<'guest'>(Date.now())
    const ask = (): Ctx =>
      app.makeCtx({
        actor: { kind: 'anonymous', guestId, holdToken: null },
        locale: 'en',
        address: null,
        requestId: 'bench',
        idempotencyKey: guestId,
      })
    const hold = await placeHold(ask(), { departureId, units: [{ unitId: units.adult, quantity: 2 }] })
    const contact = { name: 'Ana Poot', email: 'ana.poot@example.com', phone: null }
    const beginAt = performance.now()
    const { id } = await inTransaction(ask(), (tx) => openBooking(tx, { holdId: hold.id, contact, travelers: [] }))
    const beginMs = performance.now() - beginAt
    await inTransaction(ask(), async (tx) => {
      await lockAndSweep(tx, [departureId])
      if (!(await confirmBooking(tx, id))) throw new Error(`booking ${id} was not confirmed`)
    })
    done += 1
    return beginMs
  }
  return Object.assign(book, { done: () => done })
}

const closedLoop = async (book: Book, seconds: number): Promise<Figure> => {
  const latencies: number[] = []
  const started = performance.now()
  const ends = started + seconds * 1000
  const buyer = async (): Promise<void> => {
    while (performance.now() < ends) {
      const at = performance.now()
      await book()
      latencies.push(performance.now() - at)
    }
  }
  await Promise.all(Array.from({ length: BUYERS }, buyer))
  return summarise(latencies, (performance.now() - started) / 1000, { booked: latencies.length })
}

/** Bookings come when they are due, whether or not earlier ones are done, at random intervals. */
const openLoop = async (book: Book, perSecond: number, seconds: number): Promise<{ whole: Figure; seats: Figure }> => {
  const latencies: number[] = []
  const withoutBegin: number[] = []
  const underWay: Promise<void>[] = []
  const started = performance.now()
  let due = started
  while (due < started + seconds * 1000) {
    const wait = due - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    const at = due
    const one = async (): Promise<void> => {
      const beginMs = await book()
      const took = performance.now() - at
      latencies.push(took)
      withoutBegin.push(took - beginMs)
    }
    underWay.push(one())
    due += (-Math.log(1 - Math.random()) * 1000) / perSecond
  }
  await Promise.all(underWay)
  const took = (performance.now() - started) / 1000
  const booked = { booked: latencies.length }
  return { whole: summarise(latencies, took, booked), seats: summarise(withoutBegin, took, booked) }
}

/** Confirmed bookings, tickets and the seats that all counters say must be what was booked: two people each. */
const assertBooked = async (pool: Bench['world']['pool'], told: number): Promise<void> => {
  const { rows } = await pool.query<{ confirmed: number; tickets: number; seats: number }>(
    `select (select count(*)::int from bookings where state = 'confirmed') as confirmed,
       (select count(*)::int from tickets where state = 'valid') as tickets,
       (select sum(seats_taken)::int from departures where seats_taken > 0
          and id in (select departure_id from bookings)) as seats`,
  )
  const found = rows[0]
  if (found?.confirmed !== told || found.tickets !== 2 * told || found.seats !== 2 * told)
    throw new Error(`${told} were booked, but the database has ${JSON.stringify(found)}`)
}
