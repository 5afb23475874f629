import { queryRows } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'

/** One payment covers every person of its booking, each for what they cost. */
export const allocatePayment = (ctx: Ctx, paymentId: string, bookingId: string): Promise<unknown> =>
  queryRows(
    ctx.em,
    `insert into payment_allocations (payment_id, unit_item_id, amount_minor)
     select $1, id, price_minor - discount_minor from unit_items where booking_id = $2`,
    [paymentId, bookingId],
  )
