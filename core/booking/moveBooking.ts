import { prepared } from '@mayago/db/preparedClient.ts'
import { queryRow } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import { sourcesOf } from './booking.states.ts'
import type { BookingOutcome, BookingState } from './booking.view.ts'

/** A booking by both its keys: the date says in which partition it lies. */
export interface BookingKey {
  bookingId: string
  localDate: string
}

/**
 * Writes a booking's next state and the instant of it: the only place that does. Answers false, with nothing written,
 * when the booking is in a state that no move leads from to this one.
 */
export const moveBooking = async (
  ctx: Ctx,
  { bookingId, localDate }: BookingKey,
  to: Exclude<BookingState, 'pending'>,
  outcome: BookingOutcome | null = null,
): Promise<boolean> => (await queryRow(ctx.em, MOVE, [bookingId, localDate, to, outcome, sourcesOf(to)])) !== null

const MOVE = prepared(
  `update bookings set state = $3, outcome = $4,
     confirmed_at = case when $3 = 'confirmed' then clock_timestamp() else confirmed_at end,
     cancelled_at = case when $3 = 'cancelled' then clock_timestamp() else cancelled_at end
   where id = $1 and local_date = $2 and state = any($5::text[]) returning 1`,
)
