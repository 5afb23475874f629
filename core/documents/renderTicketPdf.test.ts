import jsQrModule from 'jsqr'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { TicketView } from '../booking/booking.view.ts'
import { makeBookingView, makeItem, testSigner } from './testing/makeBookingView.ts'
import { readPdf, readQrCells } from './testing/readPdf.ts'
import { renderTicketPdf } from './renderTicketPdf.ts'

// Its types say a function, but node sees a CommonJS module that is an object with one.
const jsQr = (jsQrModule as unknown as { default: typeof jsQrModule }).default

const now = new Date('2027-05-01T10:05:00Z')
const TicketPdf = suite('renderTicketPdf')

TicketPdf('has one page for each person whose ticket is valid', async () => {
  const valid = makeItem(0)
  const items = [
    valid,
    makeItem(1, { state: 'cancelled', ticket: { ...(valid.ticket as TicketView), state: 'void' } }),
    makeItem(2),
  ]
  const pdf = readPdf(await renderTicketPdf(makeBookingView({ items }), { locale: 'en', now, cover: null }))
  assert.is(pdf.pages, 2)
})

TicketPdf('embeds its fonts, so that names in Spanish, Japanese and Cyrillic print and can be copied', async () => {
  const items = [makeItem(0, { travelerName: 'Íñigo Núñez' }), makeItem(1, { travelerName: '髙橋 さくら' })]
  const more = [makeItem(2, { travelerName: 'Жанна Őrsi' })]
  const booking = makeBookingView({ items: [...items, ...more] })
  const pdf = readPdf(await renderTicketPdf(booking, { locale: 'es', now, cover: null }))
  for (const name of ['Piazzolla-SemiBold', 'Figtree-Regular', 'Figtree-SemiBold', 'NotoSansJP-Bold'])
    assert.ok(pdf.embeddedFonts.includes(name), `${name} is embedded`)
  for (const character of 'Íñigúz髙橋さくらЖаннаŐ') assert.ok(pdf.characters.has(character), `${character} is written`)
})

TicketPdf('opens no Japanese face for a party that needs none', async () => {
  const pdf = readPdf(await renderTicketPdf(makeBookingView(), { locale: 'en', now, cover: null }))
  assert.not.ok(pdf.embeddedFonts.some((name) => name.startsWith('Noto')))
})

TicketPdf('a letter that no face can write becomes a dot, not a box', async () => {
  const items = [makeItem(0, { travelerName: 'محمد العلي' })]
  const pdf = readPdf(await renderTicketPdf(makeBookingView({ items }), { locale: 'en', now, cover: null }))
  assert.ok(pdf.characters.has('·'))
  assert.not.ok(pdf.characters.has('م'))
})

TicketPdf('a scanner reads the signed ticket off the drawn squares of each page', async () => {
  const booking = makeBookingView()
  const pdf = readPdf(await renderTicketPdf(booking, { locale: 'en', now, cover: null }))
  const read = pdf.contents.map((content) => scan(readQrCells(content)))
  assert.equal(
    read,
    booking.items.map(({ ticket }) => ticket?.token),
  )
  assert.is(testSigner.readTicketToken(read[0] ?? '')?.reference, booking.reference)
})

TicketPdf('the same booking gives the same bytes', async () => {
  const once = await renderTicketPdf(makeBookingView(), { locale: 'en', now, cover: null })
  const again = await renderTicketPdf(makeBookingView(), { locale: 'en', now, cover: null })
  assert.ok(Buffer.from(once).equals(Buffer.from(again)))
})

/** Paints cells four pixels wide inside a quiet zone and has them read. */
const scan = (cells: boolean[][]): string | undefined => {
  const [scale, quiet] = [4, 4]
  const side = (cells.length + 2 * quiet) * scale
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  cells.forEach((row, line) =>
    row.forEach((dark, column) => {
      for (let dy = 0; dark && dy < scale; dy++)
        for (let dx = 0; dx < scale; dx++) {
          const at = (((line + quiet) * scale + dy) * side + (column + quiet) * scale + dx) * 4
          pixels.fill(0, at, at + 3)
        }
    }),
  )
  return jsQr(pixels, side, side)?.data
}

TicketPdf.run()
