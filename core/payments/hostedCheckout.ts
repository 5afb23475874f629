import { refuse } from '@mayago/kernel/errors.ts'
import { type Currency, money } from '@mayago/kernel/money.ts'
import { queryRow, queryRows, toDate } from '@mayago/db/sql.ts'
import { lockAndSweep } from '../availability/index.ts'
import { assertBooking, getBooking, keepWhilePaying } from '../booking/index.ts'
import { inTransaction, type Ctx } from '../context.ts'
import type { HostedCheckoutInput } from './payments.schema.ts'

/**
 * For browsers without JavaScript: extends the hold as far as it may go and answers Stripe's hosted page for the
 * booking's payment. Throws `not_found`, `hold_lapsed`, `booking_wrong_state`, `payments_unavailable`.
 */
export const hostedCheckout = async (ctx: Ctx, input: HostedCheckoutInput): Promise<{ url: string }> => {
  const { departureId, holdId } = await assertBooking(ctx, input.bookingId)
  const booking = await getBooking(ctx, input)
  if (booking.state !== 'pending') throw refuse('booking_wrong_state', { bookingId: booking.id, state: booking.state })
  const { holdMinutesMax } = ctx.services.settings
  const held = await inTransaction(ctx, async (tx) => {
    await lockAndSweep(tx, [departureId])
    await keepWhilePaying(tx, holdId, holdMinutesMax)
    return queryRow<{ expires_at: string }>(tx.em, `select expires_at from holds where id = $1 and state = 'live'`, [holdId])
  })
  if (!held) throw refuse('hold_lapsed', { holdId })
  const payment = await queryRow<{ id: string; amount_minor: string; currency: Currency }>(
    ctx.em,
    'select id, amount_minor, currency from payments where booking_id = $1 order by created_at limit 1',
    [booking.id],
  )
  if (!payment) throw refuse('not_found', { what: 'payment' })
  const page = await ctx.ports.payments.createHostedCheckout({
    amount: money(Number(payment.amount_minor), payment.currency),
    title: booking.experience.title,
    customerEmail: booking.contact.email,
    successUrl: input.successUrl,
    cancelUrl: input.cancelUrl,
    expiresAt: toDate(held.expires_at),
    metadata: { bookingId: booking.id, paymentId: payment.id, reference: booking.reference },
    idempotencyKey: `checkout-${payment.id}-${held.expires_at}`,
  })
  await queryRows(ctx.em, 'update payments set checkout_id = $2 where id = $1', [payment.id, page.id])
  return { url: page.url }
}
