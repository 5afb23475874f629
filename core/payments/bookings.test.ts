import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isRefusal, type RefusalCode } from '@mayago/kernel/errors.ts'
import { makeDepartures, type MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { coreWorld, type CoreWorld } from '../../test/coreWorld.ts'
import { cancelBooking, cancelQuote, extendHold, getBooking, placeHold, verifySeats } from '../booking/index.ts'
import type { Ctx } from '../context.ts'
import { applyIntent, beginBooking, expirePending, handleStripeWebhook, sendRefund, settlePayment } from './index.ts'

const Bookings = suite<CoreWorld>('bookings')
Bookings.before(async (w) => {
  Object.assign(w, await coreWorld())
})
Bookings.after((w) => w.drop())
Bookings.after.each((w) => w.shiftSeatClock(null))

const contact = { name: 'Ana Peña', email: 'ana@example.com', phone: null }

const hold = (ctx: Ctx, departure: MadeDeparture, adults = 2) =>
  placeHold(ctx, {
    departureId: departure.departureId,
    units: [{ unitId: departure.units.adult, quantity: adults }],
  })

const begin = async (ctx: Ctx, departure: MadeDeparture, adults = 2) => {
  const held = await hold(ctx, departure, adults)
  return beginBooking(ctx, { holdId: held.id, contact, travelers: [] })
}

const pay = async (w: CoreWorld, bookingId: string, card = 'pm_card_visa') => {
  const row = await queryRow<{ intent_id: string }>(w.em, 'select intent_id from payments where booking_id = $1', [
    bookingId,
  ])
  return w.ports.payments.confirmIntent({
    intentId: row?.intent_id ?? '',
    paymentMethod: card,
    returnUrl: 'http://127.0.0.1/back',
    idempotencyKey: `test-${bookingId}-${card}`,
  })
}

const refusalOf = async (work: Promise<unknown>): Promise<RefusalCode | 'kept'> =>
  work.then(
    () => 'kept' as const,
    (error) => {
      if (isRefusal(error)) return error.code
      throw error
    },
  )

const jobsOf = (w: CoreWorld, name: string, bookingId: string) =>
  queryRows<{ data: Record<string, unknown> }>(
    w.em,
    `select data from pgboss.job where name = $1 and data->>'bookingId' = $2`,
    [name, bookingId],
  )

const sendRefunds = async (w: CoreWorld, bookingId: string) => {
  const refunds = await queryRows<{ id: string }>(w.em, 'select id from refunds where booking_id = $1', [bookingId])
  for (const { id } of refunds) await sendRefund(w.as(), { refundId: id })
  return queryRows<{ amount_minor: string; state: string; reason: string }>(
    w.em,
    'select amount_minor, state, reason from refunds where booking_id = $1',
    [bookingId],
  )
}

Bookings('a paid hold is a confirmed booking with one signed ticket a person, and one mail', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: { capacity: 3 } })
  const ana = w.guest()
  const begun = await begin(ana, kayak)
  assert.is(begun.state, 'pending')
  assert.is(begun.payment.state, 'requires_payment_method')
  assert.ok(begun.payment.clientSecret)
  await pay(w, begun.id)
  const booking = await settlePayment(ana, { bookingId: begun.id })
  assert.is(booking.state, 'confirmed')
  assert.is(booking.payment.state, 'captured')
  assert.is(booking.payment.card?.last4, '4242')
  assert.is(booking.items.length, 2)
  for (const { ticket } of booking.items) {
    const read = w.as().services.signer.readTicketToken(ticket?.token ?? '')
    assert.is(read?.reference, booking.reference)
    assert.is(w.as().services.signer.readTicketToken(`${ticket?.token.slice(0, -3)}AAA`), null)
  }
  assert.is((await jobsOf(w, 'booking.sendConfirmation', begun.id)).length, 1)
  await settlePayment(ana, { bookingId: begun.id })
  assert.is((await jobsOf(w, 'booking.sendConfirmation', begun.id)).length, 1)
  assert.equal(await verifySeats(w), [])
})

Bookings('[ACCESS-1] a foreign booking is as unknown as none', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: {} })
  const begun = await begin(w.guest(), kayak)
  for (const work of [
    () => getBooking(w.guest(), { bookingId: begun.id }),
    () => settlePayment(w.guest(), { bookingId: begun.id }),
    () => cancelQuote(w.guest(), { bookingId: begun.id }),
    () => cancelBooking(w.guest(), { bookingId: begun.id, refundMinor: 0 }),
  ])
    assert.is(await refusalOf(work()), 'not_found')
})

Bookings('a declined card leaves the hold and the next card pays', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: {} })
  const ana = w.guest()
  const begun = await begin(ana, kayak)
  assert.is((await pay(w, begun.id, 'pm_card_chargeDeclinedInsufficientFunds')).declineCode, 'insufficient_funds')
  const declined = await settlePayment(ana, { bookingId: begun.id })
  assert.is(declined.state, 'pending')
  assert.is(declined.payment.declineCode, 'insufficient_funds')
  await pay(w, begun.id)
  assert.is((await settlePayment(ana, { bookingId: begun.id })).state, 'confirmed')
})

Bookings('[SEAT-4] beginning a booking again gives the same one, and its one payment', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: {} })
  const ana = w.guest()
  const held = await hold(ana, kayak)
  const both = await Promise.all([
    beginBooking(ana, { holdId: held.id, contact, travelers: [] }),
    beginBooking(ana, { holdId: held.id, contact: { ...contact, name: 'Ana P.' }, travelers: [] }),
  ])
  assert.is(both[0].id, both[1].id)
  const payments = await queryRows(w.em, 'select 1 from payments where hold_id = $1', [held.id])
  assert.is(payments.length, 1)
})

Bookings('[SEAT-6] seats stay while somebody pays, up to thirty minutes in all and not a moment longer', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: { capacity: 2 } })
  const ana = w.guest()
  const { id: holdId } = await hold(ana, kayak)
  const minutes = async (): Promise<number | undefined> =>
    (
      await queryRow<{ minutes: number }>(
        w.em,
        'select round(extract(epoch from expires_at - created_at) / 60)::int as minutes from holds where id = $1',
        [holdId],
      )
    )?.minutes
  assert.is(await minutes(), 15)
  await w.shiftSeatClock('14 minutes')
  const begun = await beginBooking(ana, { holdId, contact, travelers: [] })
  assert.is(await minutes(), 24, 'ten minutes to pay in')
  await extendHold(ana, { holdId })
  assert.is(await minutes(), 30, 'the extension is cut short')
  await w.shiftSeatClock('29 minutes')
  const row = await queryRow<{ intent_id: string }>(w.em, 'select intent_id from payments where hold_id = $1', [holdId])
  const intent = await w.ports.payments.getIntent(row?.intent_id ?? '')
  await applyIntent(w.as(), { ...intent, state: 'requires_action' })
  assert.is((await getBooking(ana, { bookingId: begun.id })).payment.state, 'requires_action')
  assert.is(await minutes(), 30, 'nor does a bank that asks back add any')
  assert.is(await refusalOf(hold(w.guest(), kayak, 1)), 'not_enough_vacancies')
  await w.shiftSeatClock('30 minutes 1 second')
  assert.is(await refusalOf(hold(w.guest(), kayak, 2)), 'kept')
  assert.equal(await verifySeats(w), [])
})

Bookings('[MONEY-4] money that comes after its hold lapsed takes free seats again', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: { capacity: 2 } })
  const ana = w.guest()
  const begun = await begin(ana, kayak)
  await pay(w, begun.id)
  await w.shiftSeatClock('31 minutes')
  assert.is((await settlePayment(ana, { bookingId: begun.id })).state, 'confirmed')
  assert.equal(await verifySeats(w), [])
})

Bookings(
  '[MONEY-4] money that comes when the seats are gone goes back by itself, and the traveler is told',
  async (w) => {
    const { kayak } = await makeDepartures(w, { kayak: { capacity: 2 } })
    const ana = w.guest()
    const begun = await begin(ana, kayak)
    await pay(w, begun.id)
    await w.shiftSeatClock('31 minutes')
    await hold(w.guest(), kayak, 1)
    const booking = await settlePayment(ana, { bookingId: begun.id })
    assert.is(booking.state, 'expired')
    assert.is(booking.outcome, 'paid_too_late_refunded')
    assert.equal(await sendRefunds(w, begun.id), [
      { amount_minor: '200000', state: 'succeeded', reason: 'paid_without_seat' },
    ])
    assert.is((await jobsOf(w, 'booking.sendPaidTooLate', begun.id)).length, 1)
    assert.equal(await verifySeats(w), [])
  },
)

Bookings('[MONEY-4] a booking nobody pays ends, and its intent can no longer be paid', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: {} })
  const ana = w.guest()
  const begun = await begin(ana, kayak)
  await w.shiftSeatClock('31 minutes')
  await expirePending(w.as())
  const booking = await getBooking(ana, { bookingId: begun.id })
  assert.is(booking.state, 'expired')
  assert.is(booking.outcome, 'hold_lapsed')
  assert.is(await refusalOf(pay(w, begun.id)), 'payment_wrong_state')
})

Bookings('[MONEY-4] one that was paid in the last second is confirmed instead of ended', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: {} })
  const ana = w.guest()
  const begun = await begin(ana, kayak)
  await pay(w, begun.id)
  await w.shiftSeatClock('31 minutes')
  await expirePending(w.as())
  assert.is((await getBooking(ana, { bookingId: begun.id })).state, 'confirmed')
})

Bookings('[MONEY-2] news of one intent, five times at once, confirms once', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: { capacity: 4 } })
  const ana = w.guest()
  const begun = await begin(ana, kayak)
  const intent = await pay(w, begun.id)
  await Promise.all(Array.from({ length: 5 }, () => applyIntent(w.as(), intent)))
  await applyIntent(w.as(), { ...intent, state: 'processing' })
  const booking = await getBooking(ana, { bookingId: begun.id })
  assert.is(booking.payment.state, 'captured', 'late news changes nothing')
  const tickets = await queryRows(w.em, 'select 1 from tickets where booking_id = $1', [begun.id])
  assert.is(tickets.length, 2)
  assert.is((await jobsOf(w, 'booking.sendConfirmation', begun.id)).length, 1)
  assert.equal(await verifySeats(w), [])
})

Bookings('a webhook confirms without anybody coming back; a forged one does nothing', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: {} })
  const ana = w.guest()
  const begun = await begin(ana, kayak)
  const intent = await pay(w, begun.id)
  const event = await w.stripe.hear('payment_intent.succeeded', intent.id)
  const rawBody = JSON.stringify({
    id: event.id,
    object: 'event',
    type: event.type,
    created: 1,
    data: { object: event.object },
  })
  assert.is(await refusalOf(handleStripeWebhook(w.as(), { rawBody, signature: 't=1,v1=00' })), 'not_allowed')
  const signature = w.stripe.stripe.webhooks.generateTestHeaderString({
    payload: rawBody,
    secret: 'whsec_mayago',
    timestamp: Math.floor(w.stripe.clock.now().getTime() / 1000),
  })
  await Promise.all([
    handleStripeWebhook(w.as(), { rawBody, signature }),
    handleStripeWebhook(w.as(), { rawBody, signature }),
  ])
  assert.is((await getBooking(ana, { bookingId: begun.id })).state, 'confirmed')
})

Bookings('cancelling gives back what the policy says, to the cent, seats included', async (w) => {
  const { kayak } = await makeDepartures(w, {
    kayak: {
      capacity: 5,
      policy: {
        kind: 'moderate',
        steps: [
          { hoursBefore: 120, percent: 100 },
          { hoursBefore: 24, percent: 50 },
        ],
      },
    },
  })
  const ana = w.guest()
  const begun = await begin(ana, kayak, 3)
  await pay(w, begun.id)
  const booked = await settlePayment(ana, { bookingId: begun.id })
  const one = booked.items[0]?.id ?? ''
  const quoteOne = await cancelQuote(ana, { bookingId: begun.id, unitItemIds: [one] })
  assert.equal([quoteOne.percent, quoteOne.refund.minor], [100, 100_000])
  const kept = await cancelBooking(ana, { bookingId: begun.id, unitItemIds: [one], refundMinor: 100_000 })
  assert.is(kept.state, 'confirmed')
  assert.equal(
    kept.items.map((item) => [item.state, item.ticket?.state]),
    [
      ['cancelled', 'void'],
      ['booked', 'valid'],
      ['booked', 'valid'],
    ],
  )
  await w.shiftSeatClock('3 days')
  const quoteAll = await cancelQuote(ana, { bookingId: begun.id })
  assert.equal([quoteAll.percent, quoteAll.refund.minor], [50, 100_000])
  assert.is(await refusalOf(cancelBooking(ana, { bookingId: begun.id, refundMinor: 200_000 })), 'quote_changed')
  const gone = await cancelBooking(ana, { bookingId: begun.id, refundMinor: 100_000 })
  assert.is(gone.state, 'cancelled')
  assert.is(gone.payment.refunded.minor, 200_000)
  assert.is(await refusalOf(cancelBooking(ana, { bookingId: begun.id, refundMinor: 0 })), 'booking_wrong_state')
  assert.equal(
    (await sendRefunds(w, begun.id)).map((refund) => [refund.amount_minor, refund.state]),
    [
      ['100000', 'succeeded'],
      ['100000', 'succeeded'],
    ],
  )
  const row = await queryRow<{ seats_taken: number }>(w.em, 'select seats_taken from departures where id = $1', [
    kayak.departureId,
  ])
  assert.is(row?.seats_taken, 0)
  assert.equal(await verifySeats(w), [])
})

Bookings('[MONEY-2] a refund that is sent twice is one refund at Stripe', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: {} })
  const ana = w.guest()
  const begun = await begin(ana, kayak, 1)
  await pay(w, begun.id)
  await settlePayment(ana, { bookingId: begun.id })
  await cancelBooking(ana, { bookingId: begun.id, refundMinor: 100_000 })
  const refund = await queryRow<{ id: string; intent_id: string }>(
    w.em,
    'select f.id, y.intent_id from refunds f join payments y on y.id = f.payment_id where f.booking_id = $1',
    [begun.id],
  )
  await Promise.all([
    sendRefund(w.as(), { refundId: refund?.id ?? '' }),
    sendRefund(w.as(), { refundId: refund?.id ?? '' }),
  ])
  const { data } = await w.stripe.stripe.refunds.list({ payment_intent: refund?.intent_id ?? '' })
  assert.is(data.length, 1)
})

Bookings.run()
