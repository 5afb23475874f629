import type { BookingView } from '../booking/index.ts'
import type { Ctx, Locale } from '../context.ts'
import { coverPicture } from './coverPicture.ts'

/** The booking's tickets as a PDF with its picture. The press and its faces are only loaded once something is printed. */
export const printTickets = async (
  ctx: Ctx,
  booking: BookingView,
  locale: Locale,
): Promise<Uint8Array<ArrayBuffer>> => {
  const { renderTicketPdf } = await import('./renderTicketPdf.ts')
  return renderTicketPdf(booking, { locale, now: ctx.now, cover: await coverPicture(ctx, booking) })
}
