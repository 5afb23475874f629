import { newId } from '@mayago/kernel/ids.ts'
import { Refund } from '@mayago/db/entities/payments.ts'
import { queryRows } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import type { RefundShare } from './cancelQuote.ts'

interface RefundPlan {
  bookingId: string
  localDate: string
  shares: readonly RefundShare[]
  reason: 'cancelled_by_traveler' | 'paid_without_seat' | 'cancelled_by_provider'
}

/**
 * Writes down one refund per payment, to the card that paid, and enqueues its sending (MONEY-2: the row's id is Stripe's
 * idempotency key). What people's shares and payments have given back is counted here, so that none gives back twice.
 */
export const planRefunds = async (ctx: Ctx, { bookingId, localDate, shares, reason }: RefundPlan): Promise<void> => {
  const due = shares.filter((share) => share.refund.minor > 0)
  for (const share of due)
    await queryRows(
      ctx.em,
      `update payment_allocations set refunded_minor = refunded_minor + $3 where payment_id = $1 and unit_item_id = $2`,
      [share.paymentId, share.unitItemId, share.refund.minor],
    )
  for (const paymentId of new Set(due.map((share) => share.paymentId))) {
    const own = due.filter((share) => share.paymentId === paymentId)
    const amountMinor = own.reduce((minor, share) => minor + share.refund.minor, 0)
    const id = newId<'refund'>(ctx.now.getTime())
    await queryRows(ctx.em, 'update payments set refunded_minor = refunded_minor + $2 where id = $1', [
      paymentId,
      amountMinor,
    ])
    await ctx.em.insert(Refund, {
      id,
      paymentId,
      bookingId,
      localDate,
      amountMinor,
      currency: own[0]?.refund.currency ?? '',
      reason,
    })
    await ctx.services.jobs.enqueue(ctx.em, 'refund.send', { refundId: id })
  }
}
