import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isRefusal } from '@mayago/kernel/errors.ts'
import { departureFrameColumns, departureFrameJoins, type DepartureFrameRow } from '@mayago/db/queries/vacancies.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { makeDepartures, type MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import { coreWorld, type CoreWorld } from '../../test/coreWorld.ts'
import { chanceSeed, runs } from '../../test/seed.ts'
import { changeCapacity, lockAndSweep } from '../availability/index.ts'
import { inTransaction, type Ctx } from '../context.ts'
import { cancelBooking, confirmBooking, extendHold, openBooking, placeHold, releaseHold, verifySeats } from './index.ts'

/** What should be so: a departure as a person with paper and a watch would keep it. */
interface Paper {
  capacity: number
  minute: number
  parties: { seats: number; until: number; extended: boolean; state: 'live' | 'gone' | 'booked' }[]
}

interface Real {
  w: CoreWorld
  guest: Ctx
  departure: MadeDeparture
  holds: string[]
  bookings: Map<number, { id: string; paid: number }>
}

type Step = fc.AsyncCommand<Paper, Real>

const isLive = (paper: Paper, party: Paper['parties'][number]) => party.state === 'live' && paper.minute < party.until
const taken = (paper: Paper) =>
  paper.parties.reduce(
    (seats, party) => seats + (isLive(paper, party) || party.state === 'booked' ? party.seats : 0),
    0,
  )
const pick = (paper: Paper, nth: number) => nth % paper.parties.length

const outcome = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'kept',
    (error) => {
      if (isRefusal(error)) return error.code
      throw error
    },
  )

/** Both worlds must agree on the answer, and afterwards on the number everybody sees. */
const agree = async (paper: Paper, { w, departure }: Real, expected: string, got: string): Promise<void> => {
  assert.is(got, expected)
  const row = await queryRow<DepartureFrameRow>(
    w.em,
    `select ${departureFrameColumns} from departures d ${departureFrameJoins} where d.id = $1`,
    [departure.departureId],
  )
  assert.is(row?.vacancies, paper.capacity - taken(paper))
}

class Hold implements Step {
  readonly seats: number
  constructor(seats: number) {
    this.seats = seats
  }
  check = () => true
  toString = () => `hold(${this.seats})`
  async run(paper: Paper, real: Real) {
    const fits = taken(paper) + this.seats <= paper.capacity
    const units = [{ unitId: real.departure.units.adult as string, quantity: this.seats }]
    const got = await outcome(
      placeHold(real.guest, { departureId: real.departure.departureId, units }).then(({ id }) => real.holds.push(id)),
    )
    if (fits) paper.parties.push({ seats: this.seats, until: paper.minute + 15, extended: false, state: 'live' })
    await agree(paper, real, fits ? 'kept' : 'not_enough_vacancies', got)
  }
}

abstract class OnParty implements Step {
  readonly nth: number
  constructor(nth: number) {
    this.nth = nth
  }
  check = (paper: Readonly<Paper>) => paper.parties.length > 0
  abstract run(paper: Paper, real: Real): Promise<void>
}

class Extend extends OnParty {
  override toString = () => `extend(${this.nth})`
  async run(paper: Paper, real: Real) {
    const at = pick(paper, this.nth)
    const party = paper.parties[at] as Paper['parties'][number]
    const got = await outcome(extendHold(real.guest, { holdId: real.holds[at] as string }))
    const expected = isLive(paper, party)
      ? party.extended
        ? 'hold_already_extended'
        : 'kept'
      : party.state === 'live'
        ? 'hold_lapsed'
        : 'hold_not_live'
    if (expected === 'kept') Object.assign(party, { until: party.until + 10, extended: true })
    await agree(paper, real, expected, got)
  }
}

class Release extends OnParty {
  override toString = () => `release(${this.nth})`
  async run(paper: Paper, real: Real) {
    const at = pick(paper, this.nth)
    const party = paper.parties[at] as Paper['parties'][number]
    const expected = real.bookings.has(at) ? 'hold_not_live' : 'kept'
    const got = await outcome(releaseHold(real.guest, { holdId: real.holds[at] as string }))
    if (expected === 'kept' && isLive(paper, party)) party.state = 'gone'
    await agree(paper, real, expected, got)
  }
}

/** What a payment that has come does, without the payment. */
class Confirm extends OnParty {
  override toString = () => `confirm(${this.nth})`
  override check = (paper: Readonly<Paper>) =>
    paper.parties.length > 0 && isLive(paper, paper.parties[pick(paper, this.nth)] as Paper['parties'][number])
  async run(paper: Paper, real: Real) {
    const at = pick(paper, this.nth)
    const party = paper.parties[at] as Paper['parties'][number]
    const contact = { name: 'Ana', email: 'ana@example.com', phone: null }
    const id = await inTransaction(real.guest, async (tx) => {
      const booking = await openBooking(tx, { holdId: real.holds[at] as string, contact, travelers: [] })
      await lockAndSweep(tx, [real.departure.departureId])
      assert.is(await confirmBooking(tx, booking.id), true)
      return booking.id
    })
    real.bookings.set(at, { id, paid: 0 })
    party.state = 'booked'
    await agree(paper, real, 'kept', 'kept')
  }
}

class Cancel extends OnParty {
  readonly one: boolean
  constructor(nth: number, one: boolean) {
    super(nth)
    this.one = one
  }
  override toString = () => `cancel(${this.nth}, ${this.one ? 'one person' : 'all'})`
  override check = (paper: Readonly<Paper>) =>
    paper.parties.length > 0 && paper.parties[pick(paper, this.nth)]?.state === 'booked'
  async run(paper: Paper, real: Real) {
    const at = pick(paper, this.nth)
    const party = paper.parties[at] as Paper['parties'][number]
    const bookingId = real.bookings.get(at)?.id as string
    const items = await queryRows<{ id: string }>(
      real.w.em,
      `select id from unit_items where booking_id = $1 and state = 'booked' order by position limit $2`,
      [bookingId, this.one ? 1 : 100],
    )
    const unitItemIds = items.map(({ id }) => id)
    await cancelBooking(real.guest, { bookingId, unitItemIds, refundMinor: 0 })
    party.seats -= unitItemIds.length
    if (party.seats === 0) party.state = 'gone'
    await agree(paper, real, 'kept', 'kept')
  }
}

class Capacity implements Step {
  readonly capacity: number
  constructor(capacity: number) {
    this.capacity = capacity
  }
  check = () => true
  toString = () => `capacity(${this.capacity})`
  async run(paper: Paper, real: Real) {
    const fits = this.capacity >= taken(paper)
    const got = await outcome(
      changeCapacity(real.w.as(), { departureId: real.departure.departureId, capacity: this.capacity }),
    )
    if (fits) paper.capacity = this.capacity
    await agree(paper, real, fits ? 'kept' : 'capacity_below_taken', got)
  }
}

class Wait implements Step {
  readonly minutes: number
  constructor(minutes: number) {
    this.minutes = minutes
  }
  check = () => true
  toString = () => `wait(${this.minutes} min)`
  async run(paper: Paper, real: Real) {
    paper.minute += this.minutes
    await setMinute(real.w, paper.minute)
    await agree(paper, real, 'kept', 'kept')
  }
}

/** Half a minute is added, so that no step falls on the instant a hold ends. */
const BASE = '2027-01-04T12:00:30Z'
const setMinute = (w: CoreWorld, minute: number) =>
  w.pool.query(
    `create or replace function seat_now() returns timestamptz language sql volatile parallel safe
     as $$ select '${BASE}'::timestamptz + interval '${minute} minutes' $$`,
  )

const Model = suite<CoreWorld>('seatModel')
Model.before(async (w) => {
  Object.assign(w, await coreWorld({ seatCaps: { guest: 0, user: 0, address: 0 } }))
})
Model.after((w) => w.drop())

Model('[SEAT-1] [SEAT-2] [SEAT-6] [SEAT-7] random histories agree with paper and watch at every step', async (w) => {
  const seed = chanceSeed('seatModel')
  const nth = fc.nat(9)
  const steps = fc.commands(
    [
      fc.integer({ min: 1, max: 4 }).map((seats) => new Hold(seats)),
      nth.map((n) => new Extend(n)),
      nth.map((n) => new Release(n)),
      nth.map((n) => new Confirm(n)),
      fc.tuple(nth, fc.boolean()).map(([n, one]) => new Cancel(n, one)),
      fc.nat(12).map((capacity) => new Capacity(capacity)),
      fc.integer({ min: 1, max: 14 }).map((minutes) => new Wait(minutes)),
    ],
    { maxCommands: 30, size: 'max' },
  )
  const history = fc.asyncProperty(steps, async (commands) => {
    await setMinute(w, 0)
    const { departure } = await makeDepartures({ em: w.em, now: new Date(BASE) }, { departure: { capacity: 8 } })
    await w.pool.query(`update departures set price_from_minor = 0 where id = $1`, [departure.departureId])
    const real: Real = { w, guest: w.guest(), departure, holds: [], bookings: new Map() }
    await fc.asyncModelRun(() => ({ model: { capacity: 8, minute: 0, parties: [] } as Paper, real }), commands)
    assert.equal(await verifySeats(w), [])
  })
  await fc.assert(history, { seed, numRuns: runs(100, 1000), endOnFailure: false })
})

Model.run()
