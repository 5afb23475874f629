import { refuse } from '@mayago/kernel/errors.ts'
import { queryRow } from '@mayago/db/sql.ts'
import { getBooking, type BookingView } from '../booking/index.ts'
import type { Ctx, Locale } from '../context.ts'

/** A booking in the language it was made in. */
export const loadForMail = async (
  ctx: Ctx,
  { bookingId, localDate }: { bookingId: string; localDate: string },
): Promise<{ booking: BookingView; locale: Locale }> => {
  const row = await queryRow<{ locale: Locale }>(
    ctx.em,
    'select locale from bookings where id = $1 and local_date = $2',
    [bookingId, localDate],
  )
  if (!row) throw refuse('not_found', { what: 'booking' })
  return { booking: await getBooking({ ...ctx, locale: row.locale }, { bookingId }), locale: row.locale }
}
