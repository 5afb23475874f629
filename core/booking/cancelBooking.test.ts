import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { makeDepartures } from '@mayago/db/testing/makeDepartures.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { coreWorld, type CoreWorld } from '../../test/coreWorld.ts'
import type { Ctx } from '../context.ts'
import { applyIntent, beginBooking, settlePayment } from '../payments/index.ts'
import { ana, begin, holdSeats, pay, refusalOf } from '../../test/paying.ts'
import { cancelBooking, cancelQuote, getBooking, placeHold, verifySeats } from './index.ts'

const Cancel = suite<CoreWorld>('cancelBooking')
Cancel.before(async (w) => {
  Object.assign(w, await coreWorld())
})
Cancel.after((w) => w.drop())

const book = async (w: CoreWorld, ctx: Ctx, adults: number, capacity = 10) => {
  const { kayak } = await makeDepartures(w, { kayak: { capacity } })
  const begun = await begin(ctx, kayak, adults)
  await pay(w, begun.id)
  return settlePayment(ctx, { bookingId: begun.id })
}

Cancel('[SEAT-4] a process that dies right after the commit leaves the answer for the retry', async (w) => {
  const guest = { ...w.guest(), idempotencyKey: 'cancel-once' }
  const booking = await book(w, { ...guest, idempotencyKey: null }, 2)
  const input = { bookingId: booking.id, refundMinor: 200_000 }
  const bus = {
    ...w.ports.bus,
    connected: true,
    publish: () => {
      throw new Error('killed')
    },
  }
  await cancelBooking({ ...guest, ports: { ...guest.ports, bus } }, input).then(
    () => assert.unreachable('it died'),
    () => undefined,
  )
  const again = await cancelBooking(guest, input)
  assert.is(again.state, 'cancelled')
  const refunds = await queryRows(w.em, 'select 1 from refunds where booking_id = $1', [booking.id])
  assert.is(refunds.length, 1)
})

Cancel(
  '[SEAT-4] the same cancellation twice at once: one does it, the other hears of it or is told to wait',
  async (w) => {
    const guest = { ...w.guest(), idempotencyKey: 'cancel-twice' }
    const booking = await book(w, { ...guest, idempotencyKey: null }, 2)
    const cancel = () => refusalOf(cancelBooking(guest, { bookingId: booking.id, refundMinor: 200_000 }))
    const results = await Promise.all([cancel(), cancel()])
    assert.ok(results.includes('kept'))
    for (const result of results) assert.ok(result === 'kept' || result === 'key_in_flight', result)
    assert.is(await refusalOf(cancelBooking(guest, { bookingId: booking.id, refundMinor: 1 })), 'key_reused')
    assert.is(await cancel(), 'kept')
  },
)

Cancel('[SEAT-4] a retried quote is the first one, though somebody cancelled meanwhile', async (w) => {
  const guest = w.guest()
  const { id: bookingId } = await book(w, guest, 2)
  const attempt = { ...guest, idempotencyKey: 'quote' }
  const quote = await cancelQuote(attempt, { bookingId })
  await cancelBooking(guest, { bookingId, refundMinor: quote.refund.minor })
  assert.equal(await cancelQuote(attempt, { bookingId }), quote)
  assert.is(await refusalOf(cancelQuote(guest, { bookingId })), 'booking_wrong_state')
})

Cancel('a child stays only with somebody to go with: the last adult takes the child along, or stays', async (w) => {
  const guest = w.guest()
  const { kayak } = await makeDepartures(w, { kayak: { capacity: 10 } })
  const { id: holdId } = await placeHold(guest, {
    departureId: kayak.departureId,
    units: [
      { unitId: kayak.units.adult, quantity: 2 },
      { unitId: kayak.units.child, quantity: 1 },
    ],
  })
  const { id: bookingId } = await beginBooking(guest, { holdId, contact: ana, travelers: [] })
  await pay(w, bookingId)
  const { items } = await settlePayment(guest, { bookingId })
  const adults = items.filter(({ unitId }) => unitId === kayak.units.adult).map(({ id }) => id)
  assert.is(await refusalOf(cancelQuote(guest, { bookingId, unitItemIds: adults })), 'party_not_allowed')
  assert.is(
    await refusalOf(cancelBooking(guest, { bookingId, unitItemIds: adults, refundMinor: 200_000 })),
    'party_not_allowed',
  )
  assert.is(await refusalOf(cancelQuote(guest, { bookingId, unitItemIds: adults.slice(1) })), 'kept', 'one adult stays')
  assert.is(await refusalOf(cancelQuote(guest, { bookingId })), 'kept', 'nobody stays')
})

Cancel('[SEAT-1] who is there already keeps the booking alive when the others cancel', async (w) => {
  const guest = w.guest()
  const booking = await book(w, guest, 3)
  const [here] = booking.items
  await w.pool.query(`update unit_items set state = 'redeemed' where id = $1`, [here?.id])
  const { refund } = await cancelQuote(guest, { bookingId: booking.id })
  assert.is(refund.minor, 200_000, 'for the two who do not come')
  const left = await cancelBooking(guest, { bookingId: booking.id, refundMinor: refund.minor })
  assert.is(left.state, 'confirmed')
  assert.equal(await verifySeats(w), [])
})

Cancel(
  '[MONEY-4] a departure that was cancelled while somebody paid takes nobody, and gives the money back',
  async (w) => {
    const { kayak } = await makeDepartures(w, { kayak: {} })
    const guest = w.guest()
    const begun = await begin(guest, kayak)
    const intent = await pay(w, begun.id)
    await w.pool.query(`update departures set status = 'cancelled' where id = $1`, [kayak.departureId])
    await applyIntent(w.as(), intent)
    assert.is((await getBooking(guest, { bookingId: begun.id })).state, 'expired')
    const refund = await queryRow<{ amount_minor: string }>(
      w.em,
      'select amount_minor from refunds where booking_id = $1',
      [begun.id],
    )
    assert.is(refund?.amount_minor, '200000')
    assert.equal(await verifySeats(w), [])
  },
)

Cancel('a cancelled departure takes no new booking of a hold made before', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: {} })
  const guest = w.guest()
  const held = await holdSeats(guest, kayak)
  await w.pool.query(`update departures set status = 'cancelled' where id = $1`, [kayak.departureId])
  const begun = beginBooking(guest, { holdId: held.id, contact: ana, travelers: [] })
  assert.is(await refusalOf(begun), 'departure_closed')
})

Cancel('[ACCESS-1] an answer is given again only to who may see the booking, whatever key they send', async (w) => {
  const owner = w.guest()
  const booking = await book(w, owner, 1)
  const { hold_id: holdId } = (await queryRow<{ hold_id: string }>(w.em, 'select hold_id from bookings where id = $1', [
    booking.id,
  ])) ?? { hold_id: '' }
  // Two clients without cookies behind one address share the actor that keys belong to.
  const client = (holdToken: string | null) =>
    w.as({ kind: 'anonymous', guestId: null, holdToken }, { address: '203.0.113.9', idempotencyKey: '1' })
  const input = { bookingId: booking.id, refundMinor: 100_000 }
  assert.is((await cancelBooking(client(owner.services.signer.holdToken(holdId)), input)).state, 'cancelled')
  assert.is(await refusalOf(cancelBooking(client(null), input)), 'not_found')
})

Cancel.run()
