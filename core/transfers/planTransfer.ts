import { newId } from '@mayago/kernel/ids.ts'
import type { Money } from '@mayago/kernel/money.ts'
import { queryRow } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'

interface TransferPlan {
  bookingId: string
  localDate: string
  providerId: string
  amount: Money
}

/**
 * Writes down, in the transaction that shares a booking, what its provider is to be sent, and enqueues the sending. What
 * was never at Stripe can't go anywhere: it stays payable.
 */
export const planTransfer = async (ctx: Ctx, plan: TransferPlan): Promise<void> => {
  const { bookingId, localDate, providerId, amount } = plan
  if (amount.minor === 0) return
  const planned = await queryRow<{ id: string }>(
    ctx.em,
    `insert into transfers (id, kind, provider_id, booking_id, local_date, amount_minor, currency)
     select $1, 'transfer', $2, $3, $4, $5, $6
     where exists (select from payments where booking_id = $3 and state = 'captured' and intent_id is not null)
     returning id`,
    [newId(ctx.now.getTime()), providerId, bookingId, localDate, amount.minor, amount.currency],
  )
  if (planned) await ctx.services.jobs.enqueue(ctx.em, 'transfer.send', { transferId: planned.id })
}
