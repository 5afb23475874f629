import { assertBooking, readBooking } from '../booking/index.ts'
import type { BookingIdInput, BookingView } from '../booking/index.ts'
import type { Ctx } from '../context.ts'
import { applyIntent } from './applyIntent.ts'
import { findAttempt } from './closeAttempt.ts'

/**
 * Asks Stripe how a booking's payment stands and takes the answer in: called when the traveler comes back, so that
 * nobody waits for a webhook. Throws `not_found`, `payments_unavailable`.
 */
export const settlePayment = async (ctx: Ctx, { bookingId }: BookingIdInput): Promise<BookingView> => {
  await assertBooking(ctx, 'booking.pay', bookingId)
  const attempt = await findAttempt(ctx, bookingId)
  const intentIds = attempt ? [attempt.intentId, await hostedIntent(ctx, attempt.checkoutId)] : []
  for (const intentId of intentIds)
    if (intentId !== null) await applyIntent(ctx, await ctx.ports.payments.getIntent(intentId))
  return readBooking(ctx, bookingId)
}

const hostedIntent = async (ctx: Ctx, checkoutId: string | null): Promise<string | null> =>
  checkoutId === null ? null : (await ctx.ports.payments.getHostedCheckout(checkoutId)).intentId
