import { encode } from 'uqr'
import { drawQr } from '$lib/server/drawQr.ts'
import type { PageServerLoad } from './$types'

/** One QR code a person. */
export const load: PageServerLoad = async ({ parent }) => {
  const { booking } = await parent()
  const tickets = booking.items.flatMap((item) =>
    item.ticket ? [{ item, ticket: item.ticket, qr: drawTicket(item.ticket.token) }] : [],
  )
  return { tickets }
}

/**
 * The quiet zone of four modules (ISO/IEC 18004 §6.3.8) is the drawing's margin. Low error correction keeps the modules
 * large: a screen is not scratched, but it is read in the sun.
 */
const drawTicket = (text: string) => drawQr(encode(text, { ecc: 'L', border: 4 }))
