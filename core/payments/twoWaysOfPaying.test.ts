import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { makeDepartures } from '@mayago/db/testing/makeDepartures.ts'
import { queryRows } from '@mayago/db/sql.ts'
import { coreWorld, type CoreWorld } from '../../test/coreWorld.ts'
import { getBooking, verifySeats } from '../booking/index.ts'
import { applyIntent, beginBooking, expirePending, hostedCheckout, returnDuplicate, settlePayment } from './index.ts'
import { ana, begin, holdSeats, pay, payAnotherWay, paymentOf, refusalOf } from '../../test/paying.ts'

const Ways = suite<CoreWorld>('two ways of paying')
Ways.before(async (w) => {
  Object.assign(w, await coreWorld())
})
Ways.after((w) => w.drop())
Ways.before.each((w) => w.stripe.clock.set(new Date().toISOString()))
Ways.after.each((w) => w.shiftSeatClock(null))

const pages = { successUrl: 'http://127.0.0.1/paid', cancelUrl: 'http://127.0.0.1/not-paid' }

const duplicates = (w: CoreWorld, paymentId: string) =>
  queryRows<{ data: { paymentId: string; intentId: string } }>(
    w.em,
    `select data from pgboss.job where name = 'payment.returnDuplicate' and data->>'paymentId' = $1`,
    [paymentId],
  )

Ways('[MONEY-2] two intents paid and heard of at the same moment: one pays, the other goes back', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: {} })
  const booking = await begin(w.guest(), kayak)
  const [here, there] = [await payAnotherWay(w, booking), await pay(w, booking.id)]
  await Promise.all([applyIntent(w.as(), here), applyIntent(w.as(), there)])
  const payment = await paymentOf(w, booking.id)
  assert.is(payment.state, 'captured')
  const [returned, ...more] = await duplicates(w, payment.id)
  assert.is(more.length, 0)
  assert.is(returned?.data.intentId, payment.intent_id === here.id ? there.id : here.id)
  await returnDuplicate(w.as(), returned?.data ?? { paymentId: '', intentId: '' })
  const { data } = await w.stripe.stripe.refunds.list({ payment_intent: returned?.data.intentId ?? '' })
  assert.is(data[0]?.amount, 200_000)
  assert.equal(await verifySeats(w), [])
})

Ways('[MONEY-4] money that comes after its payment was called off is not kept without a seat', async (w) => {
  const { free, full } = await makeDepartures(w, { free: { capacity: 2 }, full: { capacity: 2 } })
  const [first, second] = [await begin(w.guest(), free), await begin(w.guest(), full)]
  const paid = await payAnotherWay(w, first)
  const alsoPaid = await payAnotherWay(w, second)
  await w.shiftSeatClock('31 minutes')
  await expirePending(w.as())
  assert.is((await paymentOf(w, first.id)).state, 'canceled')
  await holdSeats(w.guest(), full, 1)
  await applyIntent(w.as(), paid)
  await applyIntent(w.as(), alsoPaid)
  assert.is((await getBooking(w.as(), { bookingId: first.id })).state, 'confirmed', 'free seats are taken again')
  assert.is((await getBooking(w.as(), { bookingId: second.id })).outcome, 'paid_too_late_refunded')
  const refunds = await queryRows(w.em, `select 1 from refunds where booking_id = $1 and state = 'intent'`, [second.id])
  assert.is(refunds.length, 1)
  assert.equal(await verifySeats(w), [])
})

Ways('news of a way of paying that was given up changes nothing', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: {} })
  const guest = w.guest()
  const booking = await begin(guest, kayak)
  const intent = await w.ports.payments.getIntent((await paymentOf(w, booking.id)).intent_id ?? '')
  await hostedCheckout(guest, { bookingId: booking.id, ...pages })
  await applyIntent(w.as(), intent)
  await applyIntent(w.as(), { ...intent, state: 'canceled' })
  const payment = await paymentOf(w, booking.id)
  assert.equal([payment.state, payment.intent_id], ['requires_payment_method', null])
})

Ways("Stripe's page can be opened late in a hold, and ends with it", async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: {} })
  const guest = w.guest()
  const booking = await begin(guest, kayak)
  await w.pool.query(
    `update holds set created_at = created_at - interval '10 minutes', expires_at = expires_at - interval '10 minutes'
     where id = (select hold_id from bookings where id = $1)`,
    [booking.id],
  )
  await hostedCheckout(guest, { bookingId: booking.id, ...pages })
  const { checkout_id: checkoutId } = await paymentOf(w, booking.id)
  assert.is((await w.ports.payments.getHostedCheckout(checkoutId ?? '')).state, 'open')
  await w.shiftSeatClock('21 minutes')
  await expirePending(w.as())
  assert.is((await w.ports.payments.getHostedCheckout(checkoutId ?? '')).state, 'expired')
  assert.is((await getBooking(guest, { bookingId: booking.id })).state, 'expired')
})

Ways("whose way to Stripe's page broke pays by card here", async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: {} })
  const guest = w.guest()
  const held = await holdSeats(guest, kayak)
  const booking = await beginBooking(guest, { holdId: held.id, contact: ana, travelers: [] })
  const away = { ...w.ports.payments, createHostedCheckout: () => Promise.reject(new Error('the line is dead')) }
  const cut = { ...guest, ports: { ...guest.ports, payments: away } }
  await hostedCheckout(cut, { bookingId: booking.id, ...pages }).then(
    () => assert.unreachable(),
    () => undefined,
  )
  const again = await beginBooking(guest, { holdId: held.id, contact: ana, travelers: [] })
  assert.ok(again.payment.clientSecret)
  await pay(w, booking.id)
  assert.is((await settlePayment(guest, { bookingId: booking.id })).state, 'confirmed')
})

Ways('an address corrected after Stripe answered into the void begins the booking all the same', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: {} })
  const guest = w.guest()
  const held = await holdSeats(guest, kayak)
  const lossy = {
    ...w.ports.payments,
    createIntent: async (input: Parameters<typeof w.ports.payments.createIntent>[0]) => {
      await w.ports.payments.createIntent(input)
      throw new Error('the line went dead before the answer')
    },
  }
  await beginBooking(
    { ...guest, ports: { ...guest.ports, payments: lossy } },
    { holdId: held.id, contact: ana, travelers: [] },
  ).then(
    () => assert.unreachable(),
    () => undefined,
  )
  const contact = { ...ana, email: 'ana@example.org' }
  const booking = await beginBooking(guest, { holdId: held.id, contact, travelers: [] })
  assert.ok(booking.payment.clientSecret)
  assert.is(booking.contact.email, 'ana@example.org')
})

Ways('one pending booking that cannot be ended does not keep the others waiting', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: {} })
  const [stuck, unknown, other] = [
    await begin(w.guest(), kayak, 1),
    await begin(w.guest(), kayak, 1),
    await begin(w.guest(), kayak, 1),
  ]
  await w.pool.query(`update payments set intent_id = 'pi_nobody_knows' where booking_id = $1`, [unknown.id])
  const stuckIntent = (await paymentOf(w, stuck.id)).intent_id
  await w.shiftSeatClock('31 minutes')
  const ctx = w.as()
  const getIntent = (id: string) =>
    id === stuckIntent ? Promise.reject(new Error('nonsense')) : w.ports.payments.getIntent(id)
  await expirePending({ ...ctx, ports: { ...ctx.ports, payments: { ...ctx.ports.payments, getIntent } } })
  const stateOf = async (bookingId: string) => (await getBooking(ctx, { bookingId })).state
  assert.equal(
    [await stateOf(stuck.id), await stateOf(unknown.id), await stateOf(other.id)],
    ['pending', 'expired', 'expired'],
  )
})

Ways('a booking whose hold has lapsed is not begun again', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: {} })
  const guest = w.guest()
  const held = await holdSeats(guest, kayak)
  const input = { holdId: held.id, contact: ana, travelers: [] }
  await beginBooking(guest, input)
  await w.shiftSeatClock('31 minutes')
  assert.is(await refusalOf(beginBooking(guest, input)), 'hold_lapsed')
})

Ways.run()
