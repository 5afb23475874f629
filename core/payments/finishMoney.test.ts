import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { makeDepartures } from '@mayago/db/testing/makeDepartures.ts'
import { queryRow } from '@mayago/db/sql.ts'
import { coreWorld, type CoreWorld } from '../../test/coreWorld.ts'
import { cancelBooking, getBooking } from '../booking/index.ts'
import type { Ctx } from '../context.ts'
import { finishMoney, sendRefund, settlePayment } from './index.ts'
import { begin, pay } from '../../test/paying.ts'

const Finish = suite<CoreWorld>('finishMoney')
Finish.before(async (w) => {
  Object.assign(w, await coreWorld())
})
Finish.after((w) => w.drop())

interface RefundRow {
  id: string
  state: string
  intent_id: string
}

const refundOf = async (w: CoreWorld, bookingId: string): Promise<RefundRow> =>
  (await queryRow<RefundRow>(
    w.em,
    'select f.id, f.state, y.intent_id from refunds f join payments y on y.id = f.payment_id where f.booking_id = $1',
    [bookingId],
  )) as RefundRow

const cancelled = async (w: CoreWorld, guest: Ctx): Promise<RefundRow> => {
  const { kayak } = await makeDepartures(w, { kayak: {} })
  const booking = await begin(guest, kayak, 1)
  await pay(w, booking.id)
  await settlePayment(guest, { bookingId: booking.id })
  await cancelBooking(guest, { bookingId: booking.id, refundMinor: 100_000 })
  return { ...(await refundOf(w, booking.id)) }
}

const age = (w: CoreWorld, refundId: string) =>
  w.pool.query(`update refunds set created_at = created_at - interval '2 days' where id = $1`, [refundId])

const countAtStripe = async (w: CoreWorld, { intent_id: intentId }: RefundRow): Promise<number> =>
  (await w.stripe.stripe.refunds.list({ payment_intent: intentId })).data.length

const stateOf = async (w: CoreWorld, refundId: string) =>
  (await queryRow<{ state: string }>(w.em, 'select state from refunds where id = $1', [refundId]))?.state

Finish('[MONEY-2] a refund whose job was lost is sent all the same', async (w) => {
  const refund = await cancelled(w, w.guest())
  await age(w, refund.id)
  assert.is(await finishMoney(w.as()), 1)
  assert.is(await stateOf(w, refund.id), 'succeeded')
  assert.is(await countAtStripe(w, refund), 1)
  assert.is(await finishMoney(w.as()), 0)
})

Finish('[MONEY-2] a refund that Stripe took long ago, unheard, is not sent again under a forgotten key', async (w) => {
  const refund = await cancelled(w, w.guest())
  await w.ports.payments.refund({
    intentId: refund.intent_id,
    amount: { minor: 50_000, currency: 'MXN' },
    reason: 'requested_by_customer',
    metadata: { refundId: refund.id },
    idempotencyKey: 'a key that Stripe has forgotten',
  })
  await age(w, refund.id)
  await sendRefund(w.as(), { refundId: refund.id })
  assert.is(await countAtStripe(w, refund), 1)
  assert.is(await stateOf(w, refund.id), 'succeeded')
})

Finish('[MONEY-2] a refund that is under way is asked after until it is settled', async (w) => {
  const refund = await cancelled(w, w.guest())
  await sendRefund(w.as(), { refundId: refund.id })
  await w.pool.query(`update refunds set state = 'pending', settled_at = null where id = $1`, [refund.id])
  await age(w, refund.id)
  await finishMoney(w.as())
  assert.is(await stateOf(w, refund.id), 'succeeded')
  assert.is(await countAtStripe(w, refund), 1)
})

Finish(
  '[MONEY-4] a stored webhook whose handling failed is handled later, and one that cannot be does not stop it',
  async (w) => {
    const { kayak } = await makeDepartures(w, { kayak: {} })
    const guest = w.guest()
    const booking = await begin(guest, kayak, 1)
    const intent = await pay(w, booking.id)
    const store = (id: string, object: object) =>
      w.pool.query(
        `insert into stripe_events (id, type, payload, received_at)
       values ($1, 'payment_intent.succeeded', $2, clock_timestamp() - interval '1 day')`,
        [id, JSON.stringify({ data: { object } })],
      )
    await store('evt_good', { object: 'payment_intent', id: intent.id })
    await store('evt_bad', { object: 'payment_intent', id: 'pi_nobody_knows' })
    await finishMoney(w.as())
    assert.is((await getBooking(guest, { bookingId: booking.id })).state, 'confirmed')
  },
)

Finish.run()
