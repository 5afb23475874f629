import { assert } from '@mayago/kernel/assert.ts'
import { refuse } from '@mayago/kernel/errors.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { recordAct } from '../audit/index.ts'
import { lockAndSweep, stepDeparture } from '../availability/index.ts'
import { inTransaction, type Ctx } from '../context.ts'
import { record } from '../events/record.ts'
import type { CancelBookingInput } from './booking.schema.ts'
import type { BookingView, CancelQuote } from './booking.view.ts'
import { assertBooking } from './bookingAccess.ts'
import { planCancellation } from './cancelQuote.ts'
import { readBooking } from './getBooking.ts'
import { idempotently } from './idempotency.ts'
import { moveBooking } from './moveBooking.ts'
import { planRefunds } from './planRefunds.ts'

/**
 * Cancels a booking, or some of its people, for the refund that was quoted: seats back on sale, tickets void, refunds
 * written down and enqueued in one commit. SEAT-1, MONEY-2. Throws `not_found`, `booking_wrong_state`, and
 * `quote_changed` when a deadline has passed since the quote.
 */
export const cancelBooking = async (ctx: Ctx, input: CancelBookingInput): Promise<BookingView> => {
  const { localDate, departureId } = await assertBooking(ctx, 'booking.cancel', input.bookingId)
  return idempotently(ctx, `booking.cancel:${input.bookingId}`, input, (keep) =>
    inTransaction(ctx, async (tx) => {
      await lockAndSweep(tx, [departureId])
      const { quote, shares, seats, leavesNobody } = await planCancellation(tx, input, localDate)
      if (quote.refund.minor !== input.refundMinor) throw refuse('quote_changed', { refund: quote.refund })
      await queryRows(tx.em, `update unit_items set state = 'cancelled' where id = any($1::uuid[])`, [
        quote.unitItemIds,
      ])
      await queryRows(tx.em, `update tickets set state = 'void' where unit_item_id = any($1::uuid[])`, [
        quote.unitItemIds,
      ])
      if (leavesNobody)
        assert(
          await moveBooking(tx, { bookingId: input.bookingId, localDate }, 'cancelled'),
          'what was planned under the lock can be cancelled',
        )
      await planRefunds(tx, { bookingId: input.bookingId, localDate, shares, reason: 'cancelled_by_traveler' })
      await stepDeparture(tx, departureId, -seats)
      await announce(tx, { localDate, departureId }, quote)
      await recordAct(tx, 'booking.cancelled', `booking:${input.bookingId}`, {
        unitItemIds: quote.unitItemIds,
        refund: { minor: quote.refund.minor, currency: quote.refund.currency },
      })
      return keep(tx, await readBooking(tx, input.bookingId))
    }),
  )
}

const announce = async (
  ctx: Ctx,
  { localDate, departureId }: { localDate: string; departureId: string },
  { bookingId, unitItemIds, refund }: CancelQuote,
): Promise<void> => {
  const booking = await queryRow<{ provider_id: string }>(
    ctx.em,
    'select provider_id from bookings where id = $1 and local_date = $2',
    [bookingId, localDate],
  )
  const about = { bookingId, localDate }
  record(ctx, 'booking.cancelled', bookingId, { ...about, departureId, providerId: booking?.provider_id ?? '' })
  const { jobs } = ctx.services
  await jobs.enqueue(ctx.em, 'booking.sendCancellation', { ...about, unitItemIds, refundMinor: refund.minor })
}
