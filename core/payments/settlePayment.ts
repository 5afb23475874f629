import { queryRow } from '@mayago/db/sql.ts'
import { assertBooking, getBooking } from '../booking/index.ts'
import type { BookingIdInput, BookingView } from '../booking/index.ts'
import type { Ctx } from '../context.ts'
import { applyIntent } from './applyIntent.ts'

/**
 * Asks Stripe how a booking's payment stands and takes the answer in: called when the traveler comes back, so that
 * nobody waits for a webhook. Throws `not_found`, `payments_unavailable`.
 */
export const settlePayment = async (ctx: Ctx, { bookingId }: BookingIdInput): Promise<BookingView> => {
  await assertBooking(ctx, bookingId)
  const payment = await queryRow<{ intent_id: string | null; checkout_id: string | null; state: string }>(
    ctx.em,
    'select intent_id, checkout_id, state from payments where booking_id = $1 order by created_at limit 1',
    [bookingId],
  )
  const open = payment !== null && payment.state !== 'captured' && payment.state !== 'canceled'
  if (open && payment.intent_id !== null) await applyIntent(ctx, await ctx.ports.payments.getIntent(payment.intent_id))
  if (open && payment.checkout_id !== null) {
    const intent = await ctx.ports.payments.getHostedIntent(payment.checkout_id)
    if (intent) await applyIntent(ctx, intent)
  }
  return getBooking(ctx, { bookingId })
}
