import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isRefusal, type RefusalCode } from '@mayago/kernel/errors.ts'
import { makeDepartures, type MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import { queryRow } from '@mayago/db/sql.ts'
import { coreWorld, type CoreWorld } from '../../test/coreWorld.ts'
import type { Ctx } from '../context.ts'
import { extendHold, getHold, placeHold, pruneIdempotencyKeys, releaseHold, sweepLapsed, verifySeats } from './index.ts'

const Holds = suite<CoreWorld>('holds')
Holds.before(async (w) => {
  Object.assign(w, await coreWorld({ seatCaps: { guest: 40, user: 40, address: 60 } }))
})
Holds.after((w) => w.drop())
Holds.after.each((w) => w.shiftSeatClock(null))

const hold = (ctx: Ctx, departure: MadeDeparture, adults: number, children = 0) =>
  placeHold(ctx, {
    departureId: departure.departureId,
    units: [
      { unitId: departure.units.adult, quantity: adults },
      { unitId: departure.units.child, quantity: children },
    ].filter((line) => line.quantity > 0),
  })

const vacancies = async (w: CoreWorld, { departureId }: MadeDeparture): Promise<number> => {
  const row = await queryRow<{ vacancies: number }>(
    w.em,
    `select capacity - seats_taken + coalesce((select sum(seats)::int from holds h
       where h.departure_id = d.id and h.state = 'live' and h.expires_at <= seat_now()), 0) as vacancies
     from departures d where id = $1`,
    [departureId],
  )
  return row?.vacancies ?? -1
}

const refusalOf = async (work: Promise<unknown>): Promise<RefusalCode | 'kept'> => {
  try {
    await work
    return 'kept'
  } catch (error) {
    if (isRefusal(error)) return error.code
    throw error
  }
}

Holds('[SEAT-1] two parties racing for the last three seats: one gets them', async (w) => {
  const { kayak, other } = await makeDepartures(w, { kayak: { capacity: 3 }, other: { capacity: 3 } })
  const results = await Promise.all([refusalOf(hold(w.guest(), kayak, 3)), refusalOf(hold(w.guest(), kayak, 3))])
  assert.equal(results.sort(), ['kept', 'not_enough_vacancies'])
  assert.is(await vacancies(w, kayak), 0)
  assert.is(await vacancies(w, other), 3, 'the row nobody asked about is untouched')
})

Holds('[SEAT-1] a hundred buyers at two desks get exactly the twenty seats there are', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: { capacity: 20 } })
  const second = w.anotherDesk()
  const results = await Promise.all(
    Array.from({ length: 100 }, (_, i) => {
      const ctx = w.guest()
      return refusalOf(hold(i % 2 ? ctx : { ...ctx, services: { ...ctx.services, seatDesk: second } }, kayak, 1))
    }),
  )
  assert.is(results.filter((result) => result === 'kept').length, 20)
  assert.is(results.filter((result) => result === 'not_enough_vacancies').length, 80)
  assert.equal(await verifySeats(w), [])
})

Holds('[SEAT-1] the control: counting first and taking afterwards, without the lock, oversells', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: { capacity: 1 } })
  await w.pool.query('create table unlocked_seats as select id, capacity, seats_taken from departures where id = $1', [
    kayak.departureId,
  ])
  const clients = await Promise.all([w.pool.connect(), w.pool.connect()])
  const sold = await Promise.all(
    clients.map(async (client) => {
      await client.query('begin')
      const { rows } = await client.query('select capacity - seats_taken as free from unlocked_seats')
      return rows[0].free as number
    }),
  )
  for (const client of clients) {
    await client.query('update unlocked_seats set seats_taken = seats_taken + 1')
    await client.query('commit')
    client.release()
  }
  assert.equal(sold, [1, 1], 'both saw the last seat')
  const { rows } = await w.pool.query('select seats_taken > capacity as oversold from unlocked_seats')
  assert.is(rows[0].oversold, true)
})

Holds('[SEAT-1] the database itself refuses a counter above capacity', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: { capacity: 2 } })
  try {
    await w.pool.query('update departures set seats_taken = 3 where id = $1', [kayak.departureId])
    assert.unreachable('the constraint holds')
  } catch (error) {
    assert.match(String(error), /seats_never_exceed_capacity/)
  }
})

Holds('[SEAT-2] a hold counts until its minute and not a moment longer, swept or not', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: { capacity: 2 } })
  const ana = w.guest()
  const kept = await hold(ana, kayak, 2)
  await w.shiftSeatClock('14 minutes 59 seconds')
  assert.is(await refusalOf(hold(w.guest(), kayak, 1)), 'not_enough_vacancies')
  await w.shiftSeatClock('15 minutes 1 second')
  assert.is(await vacancies(w, kayak), 2, 'reads leave it out before anything has swept')
  assert.is((await getHold(ana, { holdId: kept.id })).state, 'lapsed')
  assert.is(await refusalOf(extendHold(ana, { holdId: kept.id })), 'hold_lapsed')
  assert.is(await refusalOf(hold(w.guest(), kayak, 2)), 'kept')
  assert.equal(await verifySeats(w), [])
})

Holds('[SEAT-2] the sweep frees the seats of a departure nobody asks about', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: { capacity: 2 } })
  await hold(w.guest(), kayak, 2)
  await w.shiftSeatClock('20 minutes')
  assert.ok((await sweepLapsed(w.as())) >= 1)
  const row = await queryRow<{ seats_taken: number }>(w.em, 'select seats_taken from departures where id = $1', [
    kayak.departureId,
  ])
  assert.is(row?.seats_taken, 0)
})

Holds('[SEAT-3] requests of one process are granted in the order they came', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: { capacity: 5 } })
  const results = await Promise.all(Array.from({ length: 9 }, () => refusalOf(hold(w.guest(), kayak, 1))))
  assert.equal(
    results.map((result) => result === 'kept'),
    [true, true, true, true, true, false, false, false, false],
  )
})

Holds('[SEAT-4] a retried request changes nothing and answers the same, refusals included', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: { capacity: 3 } })
  const ana = { ...w.guest(), idempotencyKey: 'a' }
  const first = await hold(ana, kayak, 2)
  assert.equal(await hold(ana, kayak, 2), first)
  assert.is(await vacancies(w, kayak), 1)
  const ben = { ...w.guest(), idempotencyKey: 'a' }
  assert.is(await refusalOf(hold(ben, kayak, 2)), 'not_enough_vacancies', "another actor's key is another key")
  await releaseHold(ana, { holdId: first.id })
  assert.is(await refusalOf(hold(ben, kayak, 2)), 'not_enough_vacancies', 'the refusal is the answer')
  assert.is(await refusalOf(hold(ana, kayak, 1)), 'key_reused')
})

Holds('[SEAT-4] the same attempt twice at once is one hold', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: { capacity: 10 } })
  const ana = { ...w.guest(), idempotencyKey: 'twice' }
  const other = { ...ana, services: { ...ana.services, seatDesk: w.anotherDesk() } }
  const [here, there] = await Promise.all([hold(ana, kayak, 2), hold(other, kayak, 2)])
  assert.equal(here, there)
  assert.is(await vacancies(w, kayak), 8)
})

Holds('[SEAT-4] an answer is kept for a day, and then the key is new again', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: { capacity: 3 } })
  const ana = { ...w.guest(), idempotencyKey: 'a day' }
  const pruneAt = async (age: string) => {
    await w.pool.query('update idempotency_keys set created_at = clock_timestamp() - $1::interval', [age])
    await pruneIdempotencyKeys(w.as())
  }
  const first = await hold(ana, kayak, 1)
  await pruneAt('23 hours 59 minutes')
  assert.equal(await hold(ana, kayak, 1), first)
  await pruneAt('24 hours')
  assert.is.not((await hold(ana, kayak, 1)).id, first.id)
})

Holds('[SEAT-6] a hold is extended once, by ten minutes, by its own traveler', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: { capacity: 3 } })
  const ana = w.guest()
  const kept = await hold(ana, kayak, 1)
  assert.is(await refusalOf(extendHold(w.guest(), { holdId: kept.id })), 'not_found')
  const extended = await extendHold(ana, { holdId: kept.id })
  assert.is(Date.parse(extended.expiresAt) - Date.parse(kept.expiresAt), 10 * 60_000)
  assert.is(extended.extendableTo, null)
  assert.is(await refusalOf(extendHold(ana, { holdId: kept.id })), 'hold_already_extended')
})

Holds('[SEAT-4] a retried extension hears what the first one heard, though the hold is over', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: { capacity: 3 } })
  const ana = w.guest()
  const kept = await hold(ana, kayak, 1)
  const attempt = { ...ana, idempotencyKey: 'extend' }
  const extended = await extendHold(attempt, { holdId: kept.id })
  await releaseHold(ana, { holdId: kept.id })
  assert.equal(await extendHold(attempt, { holdId: kept.id }), extended)
  assert.is(await refusalOf(extendHold({ ...ana, idempotencyKey: 'another' }, { holdId: kept.id })), 'hold_not_live')
})

Holds('[SEAT-6] nobody holds more seats at one time than their cap, whatever the departures', async (w) => {
  const { kayak, cave } = await makeDepartures(w, {
    kayak: { capacity: 100, partyMax: 100 },
    cave: { capacity: 100, partyMax: 100 },
  })
  const ana = w.guest({ address: '203.0.113.7' })
  const twenty = (ctx: Ctx, departure: MadeDeparture) => refusalOf(hold(ctx, departure, 20))
  assert.equal(await Promise.all([twenty(ana, kayak), twenty(ana, cave)]), ['kept', 'kept'])
  assert.is(await refusalOf(hold(ana, kayak, 1)), 'too_many_seats_held')
  const ben = w.guest({ address: '203.0.113.7' })
  assert.equal((await Promise.all([twenty(ben, kayak), twenty(ben, cave)])).sort(), ['kept', 'too_many_seats_held'])
})

Holds('a failing request inside a batch refuses only itself', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: { capacity: 10 } })
  const bad = w.guest({ address: 'not an address' })
  const results = await Promise.allSettled([
    hold(w.guest(), kayak, 1),
    hold(w.guest(), kayak, 1),
    hold(bad, kayak, 1),
    hold(w.guest(), kayak, 1),
  ])
  assert.equal(
    results.map((result) => result.status),
    ['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
  )
  assert.is(await vacancies(w, kayak), 7)
  assert.equal(await verifySeats(w), [])
})

Holds(
  'seats are quantity times seats per unit: an infant takes none, and nobody travels alone who may not',
  async (w) => {
    const { kayak } = await makeDepartures(w, { kayak: { capacity: 2 } })
    const { adult, child, infant } = kayak.units
    const party = (units: { unitId: string; quantity: number }[]) =>
      placeHold(w.guest(), { departureId: kayak.departureId, units })
    assert.is(await refusalOf(party([{ unitId: child, quantity: 1 }])), 'party_not_allowed')
    assert.is(await refusalOf(party([{ unitId: newUnit(), quantity: 1 }])), 'party_not_allowed')
    const kept = await party([
      { unitId: adult, quantity: 1 },
      { unitId: child, quantity: 1 },
      { unitId: infant, quantity: 2 },
    ])
    assert.is(kept.seats, 2)
    assert.equal(kept.total, { minor: 160_000, currency: 'MXN' })
    assert.is(await vacancies(w, kayak), 0)
  },
)

const newUnit = () => crypto.randomUUID()

Holds('closed, cancelled, cut-off and unknown departures say so', async (w) => {
  const { closed, gone, late } = await makeDepartures(w, {
    closed: { status: 'closed' },
    gone: { status: 'cancelled' },
    late: {},
  })
  assert.is(await refusalOf(hold(w.guest(), closed, 1)), 'departure_closed')
  assert.is(await refusalOf(hold(w.guest(), gone, 1)), 'departure_closed')
  assert.is(await refusalOf(hold(w.guest(), { ...late, departureId: newUnit() as never }, 1)), 'not_found')
  await w.shiftSeatClock('8 days')
  assert.is(await refusalOf(hold(w.guest(), late, 1)), 'departure_cut_off')
})

Holds('every commit is one version and one event with the numbers everybody may see', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: { capacity: 5 } })
  const frames: { version: number; vacancies: number }[] = []
  const stop = w.ports.bus.subscribe(`mayago.v1.departure.${kayak.departureId}.changed`, (text) =>
    frames.push(JSON.parse(text)),
  )
  const ana = w.guest()
  const kept = await hold(ana, kayak, 2)
  await releaseHold(ana, { holdId: kept.id })
  await releaseHold(ana, { holdId: kept.id })
  stop()
  assert.equal(
    frames.map(({ version, vacancies }) => ({ version, vacancies })),
    [
      { version: 2, vacancies: 3 },
      { version: 3, vacancies: 5 },
    ],
  )
})

Holds.run()
