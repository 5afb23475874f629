import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { inTransaction, type Ctx } from '../context.ts'
import { record } from '../events/record.ts'
import { applyIntent } from './applyIntent.ts'

const A_ROUND = 100

/**
 * Ends pending bookings whose hold is over: their intent is cancelled at Stripe first, so that money cannot come later
 * unnoticed. One that was paid meanwhile is taken in instead. MONEY-4.
 */
export const expirePending = async (ctx: Ctx): Promise<number> => {
  const rows = await queryRows<{ id: string; local_date: string; intent_id: string | null; checkout_id: string | null; payment_id: string | null }>(
    ctx.em,
    `select b.id, to_char(b.local_date, 'YYYY-MM-DD') as local_date, y.id as payment_id, y.intent_id, y.checkout_id
     from bookings b join holds h on h.id = b.hold_id left join payments y on y.booking_id = b.id
     where b.state = 'pending' and (h.state in ('lapsed', 'released') or h.expires_at <= seat_now())
     order by b.created_at limit ${A_ROUND}`,
  )
  for (const row of rows) {
    if (row.checkout_id !== null) {
      const intent = await ctx.ports.payments.getHostedIntent(row.checkout_id)
      if (intent) await applyIntent(ctx, intent)
    }
    if (row.intent_id !== null)
      await applyIntent(
        ctx,
        await ctx.ports.payments.cancelIntent({ intentId: row.intent_id, idempotencyKey: `cancel-${row.payment_id}` }),
      )
    await expire(ctx, row.id, row.local_date)
  }
  return rows.length
}

const expire = (ctx: Ctx, bookingId: string, localDate: string): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const expired = await queryRow(
      tx.em,
      `update bookings set state = 'expired', outcome = 'hold_lapsed'
       where id = $1 and local_date = $2 and state = 'pending' returning 1`,
      [bookingId, localDate],
    )
    if (expired) await record(tx, 'booking.expired', bookingId, { bookingId, localDate })
  })
