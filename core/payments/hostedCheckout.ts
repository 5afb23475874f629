import { assert } from '@mayago/kernel/assert.ts'
import { refuse } from '@mayago/kernel/errors.ts'
import { type Currency, money } from '@mayago/kernel/money.ts'
import { addMinutes } from '@mayago/kernel/time.ts'
import { queryRow, toDate } from '@mayago/db/sql.ts'
import { lockAndSweep } from '../availability/index.ts'
import { assertBooking, keepWhilePaying, readBooking } from '../booking/index.ts'
import { inTransaction, type Ctx } from '../context.ts'
import { transferGroupOf } from '../transfers/index.ts'
import { closeAttempt, findAttempt } from './closeAttempt.ts'
import type { HostedCheckoutInput } from './payments.schema.ts'

/**
 * For browsers without JavaScript: extends the hold as far as it may go and answers Stripe's hosted page for the
 * booking's payment. Throws `not_found`, `hold_lapsed`, `booking_wrong_state`, `payments_unavailable`.
 */
export const hostedCheckout = async (ctx: Ctx, input: HostedCheckoutInput): Promise<{ url: string }> => {
  const { departureId, holdId } = await assertBooking(ctx, 'booking.pay', input.bookingId)
  const booking = await readBooking(ctx, input.bookingId)
  if (booking.state !== 'pending') throw refuse('booking_wrong_state', { bookingId: booking.id, state: booking.state })
  const { holdMinutesMax } = ctx.services.settings
  const held = await inTransaction(ctx, async (tx) => {
    await lockAndSweep(tx, [departureId])
    await keepWhilePaying(tx, holdId, holdMinutesMax)
    return queryRow<{ expires_at: string }>(tx.em, `select expires_at from holds where id = $1 and state = 'live'`, [
      holdId,
    ])
  })
  if (!held) throw refuse('hold_lapsed', { holdId })
  const payment = await openHosted(ctx, booking.id)
  const page = await ctx.ports.payments.createHostedCheckout({
    amount: money(Number(payment.amount_minor), payment.currency),
    title: booking.experience.title,
    customerEmail: booking.contact.email,
    successUrl: input.successUrl,
    cancelUrl: input.cancelUrl,
    transferGroup: transferGroupOf(booking.id),
    expiresAt: pageEnd(ctx.now, toDate(held.expires_at)),
    metadata: {
      bookingId: booking.id,
      paymentId: payment.id,
      reference: booking.reference,
      attempt: String(payment.attempt),
    },
    idempotencyKey: `checkout-${payment.id}-${payment.attempt}`,
  })
  const kept = await queryRow(
    ctx.em,
    `update payments set checkout_id = $2
     where id = $1 and attempt = $3 and state not in ('captured', 'canceled') returning 1`,
    [payment.id, page.id, payment.attempt],
  )
  if (!kept) {
    await closeAttempt(ctx, { paymentId: payment.id, intentId: null, checkoutId: page.id })
    throw refuse('booking_wrong_state', { bookingId: booking.id, state: 'paying_elsewhere' })
  }
  assert(page.url !== null, 'a page that was just opened has an address')
  return { url: page.url }
}

/** Stripe keeps a page open for half an hour at least, which outlives the hold: `expirePending` closes it with the hold. */
const STRIPE_PAGE_MINUTES_MIN = 31

const pageEnd = (now: Date, holdEnd: Date): Date => {
  const earliest = addMinutes(now, STRIPE_PAGE_MINUTES_MIN)
  return holdEnd > earliest ? holdEnd : earliest
}

/** Closes every other way of paying, so that only the hosted page can take money, and counts a new attempt. */
const openHosted = async (
  ctx: Ctx,
  bookingId: string,
): Promise<{ id: string; amount_minor: string; currency: Currency; attempt: number }> => {
  const open = await findAttempt(ctx, bookingId)
  if (!open) throw refuse('booking_wrong_state', { bookingId, state: 'paid' })
  // Given up before it is cancelled, so that its cancellation is no news about this payment.
  const payment = await queryRow<{ id: string; amount_minor: string; currency: Currency; attempt: number }>(
    ctx.em,
    `update payments set state = 'requires_payment_method', intent_id = null, client_secret = null, checkout_id = null,
       attempt = attempt + 1
     where id = $1 and state not in ('captured', 'canceled') returning id, amount_minor, currency, attempt`,
    [open.paymentId],
  )
  await closeAttempt(ctx, open)
  const still = payment && (await findAttempt(ctx, bookingId))
  if (!payment || !still) throw refuse('booking_wrong_state', { bookingId, state: 'paid' })
  return payment
}
