import type PDFDocument from 'pdfkit'
import { encode } from 'uqr'

type Doc = typeof PDFDocument.prototype

/** Draws a QR code as one filled path, `side` points wide, without its quiet zone: the caller leaves four modules free. */
export const drawQr = (doc: Doc, text: string, x: number, y: number, side: number, colour: string): void => {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const module = side / size
  data.forEach((row, line) => {
    for (let start = 0; start < size; start++) {
      if (!row[start]) continue
      let end = start
      while (end < size && row[end]) end += 1
      doc.rect(x + start * module, y + line * module, (end - start) * module, module)
      start = end
    }
  })
  doc.fill(colour)
}

/** A count as a Maya numeral in a field 26 units wide: a dot is one, a bar is five. Twenty and more show the numeral alone. */
export const drawMayaNumeral = (doc: Doc, count: number, x: number, y: number, colour: string): number => {
  if (count > 19 || count < 1) return 0
  const [bars, dots] = [Math.floor(count / 5), count % 5]
  for (let dot = 0; dot < dots; dot++) doc.circle(x + 13 + (dot - (dots - 1) / 2) * 6.8, y + 3, 2.6)
  const firstBar = y + (dots > 0 ? 7.5 : 0.5)
  for (let bar = 0; bar < bars; bar++) doc.roundedRect(x, firstBar + bar * 6.5, 26, 4, 1.6)
  doc.fill(colour)
  return 26
}

/** The logo: three people on a bench, 30 × 22 units. */
export const drawLogo = (
  doc: Doc,
  x: number,
  y: number,
  scale: number,
  colours: { people: string; middle: string },
): void => {
  doc.save().translate(x, y).scale(scale)
  doc.circle(5, 5.5, 4).circle(25, 5.5, 4).roundedRect(0, 13.5, 30, 7, 2.6).fill(colours.people)
  doc.circle(15, 5.5, 4).fill(colours.middle)
  doc.restore()
}
