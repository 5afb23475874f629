import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isRefusal, type RefusalCode } from '@mayago/kernel/errors.ts'
import { makeDepartures, type MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import { queryRow } from '@mayago/db/sql.ts'
import { coreWorld, type CoreWorld } from '../../test/coreWorld.ts'
import { makeChance, type Chance } from '../../test/faults/chance.ts'
import { chanceSeed, runs } from '../../test/seed.ts'
import { changeCapacity } from '../availability/index.ts'
import type { Ctx } from '../context.ts'
import { beginBooking, expirePending, settlePayment } from '../payments/index.ts'
import {
  cancelBooking,
  cancelQuote,
  extendHold,
  getBooking,
  placeHold,
  releaseHold,
  sweepLapsed,
  verifySeats,
} from './index.ts'

/** What a storm may be refused with; anything else is a fault. */
const EXPECTED: readonly RefusalCode[] = [
  'not_enough_vacancies',
  'hold_already_extended',
  'hold_lapsed',
  'hold_not_live',
  'booking_wrong_state',
  'quote_changed',
  'capacity_below_taken',
  // Somebody would stay behind who may not go alone.
  'party_not_allowed',
]

const ACTORS = 24
const contact = { name: 'Ana Peña', email: 'ana@example.com', phone: null }

const Storm = suite<CoreWorld>('seatStorm')
Storm.before(async (w) => {
  Object.assign(w, await coreWorld({ seatCaps: { guest: 0, user: 0, address: 0 } }))
})
Storm.after((w) => w.drop())
Storm.after.each((w) => w.shiftSeatClock(null))

/** What one actor was told, and what it may build on. */
interface Memory {
  holds: { id: string; departure: MadeDeparture }[]
  bookings: Set<string>
  cancelled: Set<string>
  outcomes: Map<string, number>
}

const tried = async <Answer>(memory: Memory, what: string, work: Promise<Answer>): Promise<Answer | null> => {
  const [outcome, answer] = await work.then(
    (kept) => ['kept', kept] as const,
    (error: unknown) => {
      if (!isRefusal(error) || !EXPECTED.includes(error.code)) throw error
      return [error.code, null] as const
    },
  )
  const told = `${what} ${outcome}`
  memory.outcomes.set(told, (memory.outcomes.get(told) ?? 0) + 1)
  return answer
}

const pay = async (w: CoreWorld, bookingId: string): Promise<void> => {
  const row = await queryRow<{ intent_id: string }>(
    w.em.fork(),
    `select intent_id from payments where booking_id = $1 and state = 'requires_payment_method'`,
    [bookingId],
  )
  if (row)
    await w.ports.payments.confirmIntent({
      intentId: row.intent_id,
      paymentMethod: 'pm_card_visa',
      returnUrl: 'http://127.0.0.1/back',
      idempotencyKey: `storm-${bookingId}`,
    })
}

/** One random step of one traveler or provider. Every call makes a context, as every request does. */
const step = async (w: CoreWorld, as: () => Ctx, departures: MadeDeparture[], memory: Memory, chance: Chance) => {
  const departure = chance.pick(departures)
  const held = memory.holds.length > 0 ? chance.pick(memory.holds) : null
  const booked = [...memory.bookings].at(-1)
  const dice = chance.under(100)
  if (dice < 40 || (held === null && dice < 85)) {
    const units = [
      { unitId: departure.units.adult as string, quantity: chance.between(1, 3) },
      { unitId: departure.units.infant as string, quantity: chance.between(0, 1) },
    ].filter(({ quantity }) => quantity > 0)
    const kept = await tried(memory, 'hold', placeHold(as(), { departureId: departure.departureId, units }))
    if (kept) memory.holds.push({ id: kept.id, departure })
  } else if (dice < 50 && held) {
    await tried(memory, 'extend', extendHold(as(), { holdId: held.id }))
  } else if (dice < 62 && held) {
    await tried(memory, 'release', releaseHold(as(), { holdId: held.id }))
  } else if (dice < 85 && held) {
    const begun = await tried(memory, 'begin', beginBooking(as(), { holdId: held.id, contact, travelers: [] }))
    if (begun?.state === 'pending') {
      await pay(w, begun.id)
      const settled = await tried(memory, 'settle', settlePayment(as(), { bookingId: begun.id }))
      if (settled?.state === 'confirmed') memory.bookings.add(settled.id)
    } else if (begun?.state === 'confirmed') memory.bookings.add(begun.id)
  } else if (dice < 95 && booked) {
    const { items } = await getBooking(as(), { bookingId: booked })
    const going = items.filter((item) => item.state === 'booked').map((item) => item.id)
    const leaving = chance.under(2) === 0 ? {} : { unitItemIds: going.slice(0, 1) }
    if (going.length === 0) return
    const quote = await tried(memory, 'quote', cancelQuote(as(), { bookingId: booked, ...leaving }))
    if (!quote) return
    const refundMinor = quote.refund.minor
    const after = await tried(memory, 'cancel', cancelBooking(as(), { bookingId: booked, ...leaving, refundMinor }))
    if (after?.state === 'cancelled') {
      memory.bookings.delete(booked)
      memory.cancelled.add(booked)
    }
  } else {
    const capacity = chance.between(6, 24)
    await tried(memory, 'capacity', changeCapacity(w.as(), { departureId: departure.departureId, capacity }))
  }
}

interface Sample {
  id: string
  capacity: number
  by_rows: number
  counted: number
}

/** One statement, so one instant: what the rows of each departure add up to. */
const SAMPLE = `
  select d.id, d.capacity, d.seats_taken as counted,
    (coalesce((select sum(seats) from holds h where h.departure_id = d.id and h.state = 'live'), 0) +
     coalesce((select sum(i.seats) from bookings b join unit_items i on i.booking_id = b.id
               where b.departure_id = d.id and b.state = 'confirmed' and i.state = 'booked'), 0))::int as by_rows
  from departures d where d.id = any($1::uuid[])`

/** Looks again and again until `over`, and keeps what breaks SEAT-1. */
const watchSeats = async (w: CoreWorld, departures: MadeDeparture[], over: () => boolean) => {
  const broken: Sample[] = []
  let samples = 0
  while (!over()) {
    const { rows } = await w.pool.query<Sample>(SAMPLE, [departures.map(({ departureId }) => departureId)])
    broken.push(...rows.filter((row) => row.by_rows > row.capacity || row.by_rows !== row.counted))
    samples += 1
  }
  return { broken, samples }
}

Storm('[SEAT-1] [SEAT-7] in a storm over two desks no instant shows more seats than there are', async (w) => {
  const seed = chanceSeed('seatStorm')
  const second = w.anotherDesk()
  const steps = runs(30, 400)
  // Far enough away for all the time that goes by.
  const localStart = '2030-05-15T09:00'
  const { free, paid, tight } = await makeDepartures(w, {
    free: { capacity: 16, priceMinor: 0, localStart },
    paid: { capacity: 14, localStart },
    tight: { capacity: 6, priceMinor: 0, localStart },
  })
  const departures = [free, paid, tight]
  const memories = Array.from({ length: ACTORS }, (): Memory => ({
    holds: [],
    bookings: new Set(),
    cancelled: new Set(),
    outcomes: new Map(),
  }))
  let over = false
  const watching = watchSeats(w, departures, () => over)
  const acting = memories.map(async (memory, index) => {
    const chance = makeChance(seed + index)
    const guest = w.guest()
    const services = index % 2 ? { ...guest.services, seatDesk: second } : guest.services
    const as = (): Ctx => w.as(guest.actor, { services })
    for (let n = 0; n < steps; n++) await step(w, as, departures, memory, chance)
  })
  // Meanwhile time goes by in jumps, so that holds lapse under everybody's hands, and the worker makes its rounds.
  const passing = (async () => {
    const chance = makeChance(seed - 1)
    for (let minutes = 0; !over;) {
      minutes += chance.between(1, 6)
      await w.shiftSeatClock(`${minutes} minutes`)
      await sweepLapsed(w.as())
      await expirePending(w.as())
    }
  })()
  try {
    await Promise.all(acting)
  } finally {
    over = true
  }
  await passing
  const { broken, samples } = await watching
  assert.equal(broken, [], `seed ${seed}`)
  assert.ok(samples > 20, `looked ${samples} times`)
  assert.equal(await verifySeats(w), [])

  const outcomes = new Map<string, number>()
  for (const memory of memories)
    for (const [told, times] of memory.outcomes) outcomes.set(told, (outcomes.get(told) ?? 0) + times)
  for (const told of ['hold kept', 'hold not_enough_vacancies', 'release kept', 'begin kept', 'cancel kept'])
    assert.ok((outcomes.get(told) ?? 0) > 0, `the storm never got "${told}": ${JSON.stringify([...outcomes])}`)

  // Whatever was acknowledged is so.
  for (const { bookings, cancelled } of memories) {
    for (const bookingId of bookings) assert.is((await getBooking(w.as(), { bookingId })).state, 'confirmed')
    for (const bookingId of cancelled) assert.is((await getBooking(w.as(), { bookingId })).state, 'cancelled')
  }
})

Storm('[SEAT-1] the control: the same storm that counts before it takes, without the lock, oversells', async (w) => {
  const seed = chanceSeed('seatStorm control')
  await w.pool.query('create table unlocked_holds (seats int not null)')
  const capacity = 16
  const oversold = async (): Promise<boolean> =>
    (await w.pool.query('select coalesce(sum(seats), 0) > $1 as over from unlocked_holds', [capacity])).rows[0].over
  const deadline = performance.now() + 20_000
  let seen = false
  const act = async (chance: Chance): Promise<void> => {
    const seats = chance.between(1, 3)
    const client = await w.pool.connect()
    try {
      await client.query('begin')
      const { rows } = await client.query('select coalesce(sum(seats), 0)::int as taken from unlocked_holds')
      if (chance.under(3) === 0)
        await client.query('delete from unlocked_holds where ctid in (select ctid from unlocked_holds limit 1)')
      else if (rows[0].taken + seats <= capacity) await client.query('insert into unlocked_holds values ($1)', [seats])
      await client.query('commit')
    } finally {
      client.release()
    }
    seen ||= await oversold()
  }
  await Promise.all(
    Array.from({ length: ACTORS }, async (_, index) => {
      const chance = makeChance(seed + index)
      while (!seen && performance.now() < deadline) await act(chance)
    }),
  )
  assert.ok(seen, 'the storm is strong enough to oversell where nothing is locked')
})

Storm.run()
