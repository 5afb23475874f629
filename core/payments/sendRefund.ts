import { type Currency, money } from '@mayago/kernel/money.ts'
import { queryRow } from '@mayago/db/sql.ts'
import { inTransaction, type Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import { postEntry, refundSucceeded } from '../ledger/index.ts'
import type { RefundView } from '../ports/payments.ts'

interface DueRow {
  intent_id: string
  amount_minor: string
  currency: Currency
  reason: string
  booking_id: string
  local_date: string
  /** May have reached Stripe before, perhaps longer ago than Stripe remembers keys. */
  tried: boolean
}

/**
 * Sends a refund that was written down, or takes in how one that is under way stands. Repeatable: its id is Stripe's
 * idempotency key, and is looked for among the intent's refunds once that key may be forgotten. MONEY-2.
 */
export const sendRefund = async (ctx: Ctx, { refundId }: { refundId: string }): Promise<void> => {
  assertCan(ctx, 'house.keep')
  const row = await queryRow<DueRow>(
    ctx.em,
    `select y.intent_id, f.amount_minor, f.currency, f.reason, f.booking_id, to_char(f.local_date, 'YYYY-MM-DD') as local_date,
       f.state = 'pending' or f.created_at < clock_timestamp() - interval '1 hour' as tried
     from refunds f join payments y on y.id = f.payment_id where f.id = $1 and f.state in ('intent', 'pending')`,
    [refundId],
  )
  if (!row) return
  const { payments } = ctx.ports
  const earlier = row.tried ? await payments.findRefund({ intentId: row.intent_id, refundId }) : null
  const sent =
    earlier ??
    (await payments.refund({
      intentId: row.intent_id,
      amount: money(Number(row.amount_minor), row.currency),
      reason: 'requested_by_customer',
      metadata: { refundId, bookingId: row.booking_id, reason: row.reason },
      idempotencyKey: `refund-${refundId}`,
    }))
  const state = stateOf(sent.state)
  if (state === 'failed')
    ctx.ports.log.error({ refundId, bookingId: row.booking_id }, 'a refund did not reach its card')
  await inTransaction(ctx, async (tx) => {
    const news = await queryRow(
      tx.em,
      `update refunds set state = $2, stripe_refund_id = $3,
         settled_at = case when $2 in ('succeeded', 'failed') then clock_timestamp() end
       where id = $1 and state in ('intent', 'pending') returning 1`,
      [refundId, state, sent.id],
    )
    if (!news || state !== 'succeeded') return
    const about = { source: sent.id, bookingId: row.booking_id, localDate: row.local_date }
    await postEntry(tx, refundSucceeded(about, sent.amount))
  })
}

const stateOf = (state: RefundView['state']): 'succeeded' | 'failed' | 'pending' => {
  if (state === 'succeeded') return 'succeeded'
  return state === 'failed' || state === 'canceled' ? 'failed' : 'pending'
}
