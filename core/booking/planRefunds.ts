import { newId } from '@mayago/kernel/ids.ts'
import { sum } from '@mayago/kernel/money.ts'
import { Refund } from '@mayago/db/entities/payments.ts'
import { queryRows } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import { takeBack } from '../transfers/index.ts'
import type { RefundShare } from './cancelQuote.ts'

interface RefundPlan {
  bookingId: string
  localDate: string
  shares: readonly RefundShare[]
  reason: 'cancelled_by_traveler' | 'paid_without_seat' | 'cancelled_by_provider' | 'goodwill'
}

/**
 * Writes down and posts one refund per payment, to the card that paid, and enqueues its sending (MONEY-2: the row's id is
 * Stripe's idempotency key). What people's shares and payments have given back is counted here, so that none gives back
 * twice.
 */
export const planRefunds = async (ctx: Ctx, { bookingId, localDate, shares, reason }: RefundPlan): Promise<void> => {
  const due = shares.filter((share) => share.refund.minor > 0)
  for (const share of due)
    await queryRows(
      ctx.em,
      `update payment_allocations set refunded_minor = refunded_minor + $3 where payment_id = $1 and unit_item_id = $2`,
      [share.paymentId, share.unitItemId, share.refund.minor],
    )
  for (const [paymentId, own] of Map.groupBy(due, (share) => share.paymentId)) {
    const refunds = own.map((share) => share.refund)
    const amount = sum(refunds, (refunds[0] as RefundShare['refund']).currency)
    const id = newId<'refund'>(ctx.now.getTime())
    await queryRows(ctx.em, 'update payments set refunded_minor = refunded_minor + $2 where id = $1', [
      paymentId,
      amount.minor,
    ])
    await ctx.em.insert(Refund, {
      id,
      paymentId,
      bookingId,
      localDate,
      amountMinor: amount.minor,
      currency: amount.currency,
      reason,
    })
    await takeBack(ctx, { refundId: id, bookingId, localDate, amount })
    await ctx.services.jobs.enqueue(ctx.em, 'refund.send', { refundId: id })
  }
}
