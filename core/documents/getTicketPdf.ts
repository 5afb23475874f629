import { refuse } from '@mayago/kernel/errors.ts'
import { getBooking, type BookingIdInput } from '../booking/index.ts'
import type { Ctx } from '../context.ts'
import { printTickets } from './printTickets.ts'
import { ticketedItems } from './ticketedItems.ts'

/** The booking's tickets to print or keep. Throws `not_found`, and `booking_wrong_state` when it has none. */
export const getTicketPdf = async (
  ctx: Ctx,
  input: BookingIdInput,
): Promise<{ filename: string; content: Uint8Array<ArrayBuffer> }> => {
  const booking = await getBooking(ctx, input)
  if (ticketedItems(booking).length === 0)
    throw refuse('booking_wrong_state', { bookingId: booking.id, state: booking.state })
  const content = await printTickets(ctx, booking, ctx.locale)
  return { filename: `mayago-${booking.reference}.pdf`, content }
}
