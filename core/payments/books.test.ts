import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { makeDepartures, type DepartureSpec } from '@mayago/db/testing/makeDepartures.ts'
import { queryRows } from '@mayago/db/sql.ts'
import { coreWorld, type CoreWorld } from '../../test/coreWorld.ts'
import { begin, holdSeats, pay, payAnotherWay, paymentOf } from '../../test/paying.ts'
import { cancelBooking, cancelQuote } from '../booking/index.ts'
import { verifyLedger } from '../ledger/index.ts'
import { releaseFunds } from '../transfers/index.ts'
import { applyIntent, expirePending, returnDuplicate, sendRefund, settlePayment } from './index.ts'

const Books = suite<CoreWorld>('books')
Books.before.each(async (w) => {
  Object.assign(w, await coreWorld())
})
Books.after.each((w) => w.drop())

/** A paid booking of so many adults at 1,000 pesos each. */
const book = async (w: CoreWorld, adults: number, spec: DepartureSpec = {}) => {
  const { kayak } = await makeDepartures(w, { kayak: spec })
  const guest = w.guest()
  const { id } = await begin(guest, kayak, adults)
  await pay(w, id)
  return { guest, kayak, booking: await settlePayment(guest, { bookingId: id }) }
}

/** The balance of each account, debits above zero. */
const balances = async (w: CoreWorld): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await queryRows<{ kind: string; minor: number }>(
        w.em,
        `select a.kind, sum(l.amount_minor)::float8 as minor
         from ledger_lines l join ledger_accounts a on a.id = l.account_id group by a.kind order by a.kind`,
      )
    ).map(({ kind, minor }) => [kind, minor]),
  )

const sendRefunds = async (w: CoreWorld, bookingId: string): Promise<void> => {
  const refunds = await queryRows<{ id: string }>(w.em, 'select id from refunds where booking_id = $1', [bookingId])
  for (const { id } of refunds) await sendRefund(w.as(), { refundId: id })
}

const drift = async (w: CoreWorld) => (await verifyLedger(w.as(), w.ports.payments)).differences
const found = async (w: CoreWorld) => (await drift(w)).map(({ what, bookingId }) => ({ what, bookingId }))

Books(
  '[MONEY-1] a payment is held, one person’s refund leaves the rest, and the end gives each side its share',
  async (w) => {
    const { guest, booking } = await book(w, 3)
    assert.equal(await balances(w), { held_funds: -300_000, receivable: 300_000 })
    assert.equal(await drift(w), [])
    const unitItemIds = [booking.items[0]?.id ?? '']
    const { refund } = await cancelQuote(guest, { bookingId: booking.id, unitItemIds })
    await cancelBooking(guest, { bookingId: booking.id, unitItemIds, refundMinor: refund.minor })
    assert.is(refund.minor, 100_000)
    assert.equal(await balances(w), { held_funds: -200_000, receivable: 300_000, refunds: -100_000 })
    assert.equal(await drift(w), [], 'a refund on its way is no difference')
    await sendRefunds(w, booking.id)
    assert.equal(await balances(w), { held_funds: -200_000, receivable: 200_000, refunds: 0 })
    assert.is(await releaseFunds(w.as()), 0)
    await w.shiftSeatClock('60 days')
    assert.is(await releaseFunds(w.as()), 1)
    assert.equal(await balances(w), {
      commission: -30_000,
      held_funds: 0,
      provider_payable: -170_000,
      receivable: 200_000,
      refunds: 0,
    })
    assert.is(await releaseFunds(w.as()), 0)
    assert.equal(await drift(w), [])
  },
)

Books('[MONEY-1] what a policy keeps of a cancelled booking is shared in the same way', async (w) => {
  const policy = { kind: 'custom' as const, steps: [{ hoursBefore: 1, percent: 33 }] }
  const { guest, booking } = await book(w, 1, { policy })
  await cancelBooking(guest, { bookingId: booking.id, refundMinor: 33_000 })
  await sendRefunds(w, booking.id)
  await w.shiftSeatClock('60 days')
  await releaseFunds(w.as())
  const { provider_payable: provider, commission } = await balances(w)
  assert.equal([provider, commission], [-56_950, -10_050])
  assert.equal(await drift(w), [])
})

Books('commission is what it was at the sale, whatever the provider pays since', async (w) => {
  await book(w, 1)
  await w.pool.query('update providers set commission_percent = 30')
  await w.shiftSeatClock('60 days')
  await releaseFunds(w.as())
  assert.is((await balances(w))['commission'], -15_000)
})

Books('funds are held until the departure has ended and its provider’s time for disputes is over', async (w) => {
  const { kayak } = await book(w, 1)
  await w.pool.query('update providers set dispute_buffer_hours = 72')
  const end = kayak.startsAt.getTime() + kayak.durationMinutes * 60_000
  const hoursUntilEnd = (end - Date.now()) / 3_600_000
  await w.shiftSeatClock(`${hoursUntilEnd + 71} hours`)
  assert.is(await releaseFunds(w.as()), 0)
  await w.shiftSeatClock(`${hoursUntilEnd + 73} hours`)
  assert.equal((await Promise.all([releaseFunds(w.as()), releaseFunds(w.as())])).includes(1), true)
  assert.is((await balances(w))['held_funds'], 0, 'two workers at once release it once')
  assert.equal(await drift(w), [])
})

Books('[MONEY-2] a second payment is owed to its card until it has gone back', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: {} })
  const booking = await begin(w.guest(), kayak)
  const [here, there] = [await payAnotherWay(w, booking), await pay(w, booking.id)]
  await Promise.all([applyIntent(w.as(), here), applyIntent(w.as(), there)])
  assert.equal(await balances(w), { held_funds: -200_000, receivable: 400_000, refunds: -200_000 })
  assert.equal(await drift(w), [])
  const { id: paymentId, intent_id: kept } = await paymentOf(w, booking.id)
  const intentId = kept === here.id ? there.id : here.id
  for (const _ of [1, 2]) {
    await returnDuplicate(w.as(), { paymentId, intentId })
    await applyIntent(w.as(), here)
    await applyIntent(w.as(), there)
  }
  assert.equal(await balances(w), { held_funds: -200_000, receivable: 200_000, refunds: 0 })
  assert.equal(await drift(w), [])
})

Books('[MONEY-4] money without a seat is owed to its card at once', async (w) => {
  const { full } = await makeDepartures(w, { full: { capacity: 2 } })
  const booking = await begin(w.guest(), full)
  await w.shiftSeatClock('31 minutes')
  const paid = await pay(w, booking.id)
  await holdSeats(w.guest(), full, 1)
  await applyIntent(w.as(), paid)
  await expirePending(w.as())
  assert.equal(await balances(w), { held_funds: 0, receivable: 200_000, refunds: -200_000 })
  await sendRefunds(w, booking.id)
  assert.equal(await balances(w), { held_funds: 0, receivable: 0, refunds: 0 })
  assert.equal(await drift(w), [])
})

/** Does what the database forbids. */
const byForce = async (w: CoreWorld, ...statements: string[]): Promise<void> => {
  await w.pool.query(`begin; set local session_replication_role = replica; ${statements.join('; ')}; commit`)
}

const OF = (bookingId: string) => `(select id from ledger_entries where booking_id = '${bookingId}')`

Books('[MONEY-1] a line that was lost is found, and names its booking alone', async (w) => {
  const [{ booking }] = [await book(w, 1), await book(w, 1)]
  await byForce(
    w,
    `delete from ledger_lines where entry_id in ${OF(booking.id)}`,
    `delete from ledger_entries where booking_id = '${booking.id}'`,
  )
  const differences = await drift(w)
  assert.equal([...new Set(differences.map(({ bookingId }) => bookingId))], [booking.id])
  assert.equal(
    differences.map(({ what, expected, found: books }) => [what, expected, books]),
    [
      ['captured', 100_000, 0],
      ['held', 100_000, 0],
      ['kept', 100_000, 0],
      ['at_stripe', 100_000, 0],
    ],
  )
  assert.is(differences[0]?.reference, booking.reference)
})

Books('[MONEY-1] an entry that was made to lie is found', async (w) => {
  const { booking } = await book(w, 1)
  await byForce(w, `update ledger_lines set amount_minor = amount_minor - 1 where amount_minor > 0`)
  assert.equal(
    (await drift(w)).map(({ what, bookingId, expected, found: books }) => [
      what,
      bookingId === booking.id,
      expected,
      books,
    ]),
    [
      ['captured', true, 100_000, 99_999],
      ['sum', true, 0, -1],
      ['at_stripe', true, 100_000, 99_999],
    ],
  )
})

Books('[MONEY-1] rows that changed after they were posted are found', async (w) => {
  const { booking } = await book(w, 2)
  await w.pool.query('update payments set amount_minor = amount_minor + 10')
  assert.equal(
    await found(w),
    ['captured', 'held', 'kept', 'paid'].map((what) => ({ what, bookingId: booking.id })),
  )
})

Books('[MONEY-1] commission that was counted wrong is found', async (w) => {
  const { booking } = await book(w, 1)
  await w.shiftSeatClock('60 days')
  await releaseFunds(w.as())
  assert.equal(await drift(w), [])
  await w.pool.query('update bookings set commission_percent = 14')
  assert.equal(await found(w), [{ what: 'commission', bookingId: booking.id }])
})

Books('[MONEY-2] money at Stripe that nobody took in, and what another hand gave back, are found', async (w) => {
  const { booking: paid } = await book(w, 1)
  const { kayak } = await makeDepartures(w, { kayak: {} })
  const unheard = await begin(w.guest(), kayak, 1)
  const intent = await pay(w, unheard.id)
  const byHand = await w.stripe.stripe.refunds.create({
    payment_intent: (await paymentOf(w, paid.id)).intent_id ?? '',
    amount: 500,
  })
  assert.equal(
    (await drift(w)).map(({ what, stripeId, bookingId, expected }) => [what, stripeId, bookingId, expected]),
    [
      ['at_stripe', intent.id, unheard.id, 100_000],
      ['at_stripe', byHand.id, paid.id, 500],
    ],
  )
})

Books.run()
