import { queryRows } from '@mayago/db/sql.ts'
import { moveBooking } from '../booking/index.ts'
import { inTransaction, type Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import { record } from '../events/record.ts'
import { closeAttempt, findAttempt } from './closeAttempt.ts'

const A_ROUND = 100

/**
 * Ends pending bookings whose hold is over: their ways of paying are closed at Stripe first, so that money cannot come
 * later unnoticed. One that was paid meanwhile is taken in instead. MONEY-4.
 */
export const expirePending = async (ctx: Ctx): Promise<number> => {
  assertCan(ctx, 'house.keep')
  const bookings = await queryRows<{ id: string; local_date: string }>(
    ctx.em,
    `select b.id, to_char(b.local_date, 'YYYY-MM-DD') as local_date
     from bookings b join holds h on h.id = b.hold_id
     where b.state = 'pending' and (h.state in ('lapsed', 'released') or h.expires_at <= seat_now())
     order by random() limit ${A_ROUND}`,
  )
  for (const { id, local_date: localDate } of bookings) {
    try {
      const attempt = await findAttempt(ctx, id)
      if (attempt) await closeAttempt(ctx, attempt)
      await expire(ctx, id, localDate)
    } catch (error) {
      // Drawn at random, so that those that cannot be ended now never keep the others waiting; they come again.
      ctx.ports.log.warn({ bookingId: id, error: String(error) }, 'a pending booking could not be ended')
    }
  }
  return bookings.length
}

const expire = (ctx: Ctx, bookingId: string, localDate: string): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const expired = await moveBooking(tx, { bookingId, localDate }, 'expired', 'hold_lapsed')
    if (expired) record(tx, 'booking.expired', bookingId, { bookingId, localDate })
  })
