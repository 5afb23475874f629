import { LOCK_PAYMENTS } from '@mayago/db/locks.ts'
import { isId } from '@mayago/kernel/ids.ts'
import { type Currency, money } from '@mayago/kernel/money.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { lockAndSweep } from '../availability/index.ts'
import { confirmBooking, keepWhilePaying, moveBooking, planRefunds } from '../booking/index.ts'
import type { PaymentState } from '../booking/index.ts'
import { inTransaction, type Ctx } from '../context.ts'
import { duplicateCaptured, paymentCaptured, postEntry } from '../ledger/index.ts'
import { record } from '../events/record.ts'
import type { IntentState, IntentView } from '../ports/payments.ts'

/** Stripe's words for a PaymentIntent in ours. */
const STATES = {
  requires_payment_method: 'requires_payment_method',
  requires_confirmation: 'requires_payment_method',
  requires_action: 'requires_action',
  processing: 'processing',
  requires_capture: 'authorised',
  succeeded: 'captured',
  canceled: 'canceled',
} as const satisfies Record<IntentState, PaymentState>

interface PaymentRow {
  id: string
  booking_id: string
  local_date: string
  hold_id: string
  departure_id: string
  state: PaymentState
  intent_id: string | null
  attempt: number
  decline_code: string | null
}

/**
 * Takes in what Stripe says of an intent, from a webhook, a return or a job, in any order and any number of times. Money
 * that has come confirms its booking, or goes back by itself when the seats are gone. MONEY-2, MONEY-4.
 */
export const applyIntent = async (ctx: Ctx, intent: IntentView): Promise<void> => {
  const payment = await findPayment(ctx, intent)
  if (!payment || isNoNews(payment, intent)) return
  const state = STATES[intent.state]
  await inTransaction(ctx, async (tx) => {
    await lockAndSweep(tx, [payment.departure_id])
    await queryRows(tx.em, LOCK_PAYMENTS, [[payment.id]])
    // Looked at again under the lock: two intents of one payment may be taken in at the same moment.
    const current = await findPayment(tx, intent)
    if (!current || isNoNews(current, intent)) return
    if (current.state === 'captured') return returnDuplicate(tx, current, intent)
    await queryRows(
      tx.em,
      `update payments set state = $2, intent_id = $3, client_secret = $4,
         card_brand = coalesce($5, card_brand), card_last4 = coalesce($6, card_last4), decline_code = $7,
         captured_at = case when $2 = 'captured' then clock_timestamp() end
       where id = $1`,
      [
        payment.id,
        state,
        intent.id,
        intent.clientSecret,
        intent.card?.brand ?? null,
        intent.card?.last4 ?? null,
        intent.declineCode,
      ],
    )
    if (state === 'captured') await postEntry(tx, paymentCaptured(aboutOf(payment, intent), intent.amountReceived))
    record(tx, 'payment.changed', payment.id, { paymentId: payment.id, bookingId: payment.booking_id, state })
    if (state === 'requires_action' || state === 'processing') await keepWhilePaying(tx, payment.hold_id, 10)
    if (state === 'captured' && !(await confirmBooking(tx, payment.booking_id))) await returnMoney(tx, payment)
  })
}

/** Late, repeated, or about a way of paying that was given up for another. Money is always news, but for its own echo. */
const isNoNews = (payment: PaymentRow, intent: IntentView): boolean => {
  const isItsOwn = payment.intent_id === intent.id
  if (intent.state === 'succeeded') return payment.state === 'captured' && isItsOwn
  if (payment.state === 'captured' || payment.state === 'canceled') return true
  if (!isItsOwn) return payment.intent_id !== null || intent.metadata.attempt !== String(payment.attempt)
  return payment.state === STATES[intent.state] && payment.decline_code === intent.declineCode
}

/** By intent, or, for one that Stripe's hosted page made, by the payment named in its metadata. */
const findPayment = (ctx: Ctx, intent: IntentView): Promise<PaymentRow | null> => {
  const named = intent.metadata.paymentId ?? ''
  return queryRow<PaymentRow>(
    ctx.em,
    `select y.id, y.booking_id, to_char(y.local_date, 'YYYY-MM-DD') as local_date, y.hold_id, h.departure_id, y.state,
       y.intent_id, y.attempt, y.decline_code
     from payments y join holds h on h.id = y.hold_id
     where y.intent_id = $1 or y.id = $2::uuid
     order by (y.intent_id = $1) desc nulls last limit 1`,
    [intent.id, isId(named) ? named : null],
  )
}

/** MONEY-2: two ways of paying raced, and both were paid. The later one goes back whole. */
const returnDuplicate = async (ctx: Ctx, payment: PaymentRow, intent: IntentView): Promise<void> => {
  await postEntry(ctx, duplicateCaptured(aboutOf(payment, intent), intent.amountReceived))
  await ctx.services.jobs.enqueue(
    ctx.em,
    'payment.returnDuplicate',
    { paymentId: payment.id, intentId: intent.id },
    { singletonKey: intent.id },
  )
}

const aboutOf = ({ booking_id: bookingId, local_date: localDate }: PaymentRow, { id: source }: IntentView) => ({
  source,
  bookingId,
  localDate,
})

/** MONEY-4: paid, but the seats are gone. Everything goes back to its card, and the traveler is told. */
const returnMoney = async (ctx: Ctx, payment: PaymentRow): Promise<void> => {
  const { booking_id: bookingId, local_date: localDate } = payment
  const shares = await queryRows<{ unit_item_id: string; left: string; currency: Currency }>(
    ctx.em,
    `select a.unit_item_id, a.amount_minor - a.refunded_minor as left, y.currency
     from payment_allocations a join payments y on y.id = a.payment_id where a.payment_id = $1`,
    [payment.id],
  )
  await planRefunds(ctx, {
    bookingId,
    localDate,
    shares: shares.map((share) => ({
      paymentId: payment.id,
      unitItemId: share.unit_item_id,
      refund: money(Number(share.left), share.currency),
    })),
    reason: 'paid_without_seat',
  })
  await moveBooking(ctx, { bookingId, localDate }, 'expired')
  // It may have expired long before its money came.
  const expired = await queryRow(
    ctx.em,
    `update bookings set outcome = 'paid_too_late_refunded'
     where id = $1 and local_date = $2 and state = 'expired' returning 1`,
    [bookingId, localDate],
  )
  if (expired) await ctx.services.jobs.enqueue(ctx.em, 'booking.sendPaidTooLate', { bookingId, localDate })
}
