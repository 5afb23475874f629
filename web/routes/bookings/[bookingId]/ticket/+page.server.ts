import { encode } from 'uqr'
import type { PageServerLoad } from './$types'

/** One QR code a person, drawn here so that no page carries an encoder. */
export const load: PageServerLoad = async ({ parent }) => {
  const { booking } = await parent()
  const tickets = booking.items.flatMap((item) =>
    item.ticket ? [{ item, ticket: item.ticket, qr: drawQr(item.ticket.token) }] : [],
  )
  return { tickets }
}

/**
 * The dark modules as one SVG path; the quiet zone of four modules (ISO/IEC 18004 §6.3.8) is the drawing's
 * margin. Low error correction keeps the modules large: a screen is not scratched, but it is read in the sun.
 */
const drawQr = (text: string): { size: number; path: string } => {
  const { size, data } = encode(text, { ecc: 'L', border: 4 })
  let path = ''
  data.forEach((row, y) => {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue
      const start = x
      while (row[x + 1]) x++
      path += `M${start} ${y}h${x - start + 1}v1h-${x - start + 1}z`
    }
  })
  return { size, path }
}
