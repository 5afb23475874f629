import { refuse } from '@mayago/kernel/errors.ts'
import { getBooking, type BookingIdInput } from '../booking/index.ts'
import type { Ctx } from '../context.ts'
import { renderCalendar } from './renderCalendar.ts'

/** The booking for a calendar. Throws `not_found`, and `booking_wrong_state` for one that was never confirmed. */
export const getCalendarFile = async (
  ctx: Ctx,
  input: BookingIdInput,
): Promise<{ filename: string; content: string }> => {
  const booking = await getBooking(ctx, input)
  if (booking.confirmedAt === null) throw refuse('booking_wrong_state', { bookingId: booking.id, state: booking.state })
  const content = renderCalendar(booking, { locale: ctx.locale, now: ctx.now, url: null })
  return { filename: `mayago-${booking.reference}.ics`, content }
}
