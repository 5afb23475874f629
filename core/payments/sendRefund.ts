import { type Currency, money } from '@mayago/kernel/money.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'

/** Sends a refund that was written down. Repeatable: its id is Stripe's idempotency key. MONEY-2. */
export const sendRefund = async (ctx: Ctx, { refundId }: { refundId: string }): Promise<void> => {
  const row = await queryRow<{
    intent_id: string
    amount_minor: string
    currency: Currency
    reason: string
    booking_id: string
  }>(
    ctx.em,
    `select y.intent_id, f.amount_minor, f.currency, f.reason, f.booking_id
     from refunds f join payments y on y.id = f.payment_id where f.id = $1 and f.state in ('intent', 'pending')`,
    [refundId],
  )
  if (!row) return
  const sent = await ctx.ports.payments.refund({
    intentId: row.intent_id,
    amount: money(Number(row.amount_minor), row.currency),
    reason: 'requested_by_customer',
    metadata: { refundId, bookingId: row.booking_id, reason: row.reason },
    idempotencyKey: `refund-${refundId}`,
  })
  const state =
    sent.state === 'succeeded'
      ? 'succeeded'
      : sent.state === 'failed' || sent.state === 'canceled'
        ? 'failed'
        : 'pending'
  await queryRows(
    ctx.em,
    `update refunds set state = $2, stripe_refund_id = $3,
       settled_at = case when $2 in ('succeeded', 'failed') then clock_timestamp() end where id = $1`,
    [refundId, state, sent.id],
  )
}
