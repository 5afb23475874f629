import { assert } from '@mayago/kernel/assert.ts'
import { isRefusal } from '@mayago/kernel/errors.ts'
import { queryRow } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import { duplicateReturned, postEntry } from '../ledger/index.ts'
import type { IntentView, RefundView } from '../ports/payments.ts'

/** Gives back all of an intent that paid for what was paid already. Repeatable: the intent names Stripe's key. MONEY-2. */
export const returnDuplicate = async (
  ctx: Ctx,
  { paymentId, intentId }: { paymentId: string; intentId: string },
): Promise<void> => {
  assertCan(ctx, 'house.keep')
  const sent = await giveBack(ctx, paymentId, await ctx.ports.payments.getIntent(intentId))
  const payment = await queryRow<{ booking_id: string; local_date: string }>(
    ctx.em,
    `select booking_id, to_char(local_date, 'YYYY-MM-DD') as local_date from payments where id = $1`,
    [paymentId],
  )
  assert(payment, 'what was paid twice has a payment')
  if (sent === null || sent.state === 'failed' || sent.state === 'canceled')
    return ctx.ports.log.error({ paymentId, intentId }, 'a duplicate did not reach its card')
  const about = { source: sent.id, bookingId: payment.booking_id, localDate: payment.local_date }
  await postEntry(ctx, duplicateReturned(about, sent.amount))
}

/** Null when it has gone back by another hand than ours. */
const giveBack = async (
  { ports: { payments } }: Ctx,
  paymentId: string,
  { id: intentId, amountReceived: amount }: IntentView,
): Promise<RefundView | null> => {
  const refundId = `duplicate-${intentId}`
  try {
    return await payments.refund({
      intentId,
      amount,
      reason: 'duplicate',
      metadata: { paymentId, refundId },
      idempotencyKey: refundId,
    })
  } catch (error) {
    // It has gone back already, longer ago than Stripe remembers our key.
    if (!isRefusal(error, 'payment_wrong_state')) throw error
    return payments.findRefund({ intentId, refundId })
  }
}
