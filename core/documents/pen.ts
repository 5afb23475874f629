import type PDFDocument from 'pdfkit'
import { splitByFace, type Voice } from './ticketFonts.ts'

export interface Ink {
  voice: Voice
  size: number
  colour: string
  /** Space between letters, in points. */
  tracking?: number
}

/** Writes text whose characters may need several faces, on baselines, in lines of our own breaking. */
export interface Pen {
  width(text: string, ink: Ink): number
  /** Writes one line with its baseline at `y`; too long a line is set smaller, down to 60 %, then cut. */
  line(text: string, x: number, y: number, ink: Ink, widthMax?: number): void
  /** Writes at most `linesMax` lines from the first baseline `y`; answers the last baseline. */
  lines(text: string, x: number, y: number, ink: Ink, box: { width: number; leading: number; linesMax: number }): number
}

/** A line may break after a space, or on either side of a Chinese or Japanese character. */
const BREAKABLE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+\s*|\s+/gu

export const createPen = (doc: typeof PDFDocument.prototype): Pen => {
  const known = new Set<string>()
  const take = (run: { face: { face: string; bytes: Buffer } }, size: number): void => {
    if (!known.has(run.face.face)) doc.registerFont(run.face.face, run.face.bytes)
    known.add(run.face.face)
    doc.font(run.face.face).fontSize(size)
  }

  const width = (text: string, ink: Ink): number => {
    let total = 0
    for (const run of splitByFace(text, ink.voice)) {
      take(run, ink.size)
      total += doc.widthOfString(run.text, { characterSpacing: ink.tracking ?? 0 })
    }
    return total
  }

  const write = (text: string, x: number, y: number, ink: Ink): void => {
    let left = x
    for (const run of splitByFace(text, ink.voice)) {
      take(run, ink.size)
      const style = { lineBreak: false, characterSpacing: ink.tracking ?? 0 }
      doc.fillColor(ink.colour).text(run.text, left, y, { ...style, baseline: 'alphabetic' })
      left += doc.widthOfString(run.text, style)
    }
  }

  const cut = (text: string, ink: Ink, widthMax: number): string => {
    if (width(text, ink) <= widthMax) return text
    const letters = [...text]
    while (letters.length > 1 && width(`${letters.join('')}…`, ink) > widthMax) letters.pop()
    return `${letters.join('').trimEnd()}…`
  }

  const line: Pen['line'] = (text, x, y, ink, widthMax = Infinity) => {
    const full = width(text, ink)
    const size = full <= widthMax ? ink.size : Math.max(ink.size * 0.6, (ink.size * widthMax) / full)
    const fitted = { ...ink, size }
    write(cut(text, fitted, widthMax), x, y, fitted)
  }

  const lines: Pen['lines'] = (text, x, y, ink, box) => {
    const set: string[] = ['']
    for (const piece of text.match(BREAKABLE) ?? []) {
      const longer = set.at(-1) + piece
      const fits = set.at(-1) === '' || width(longer.trimEnd(), ink) <= box.width
      if (fits || set.length === box.linesMax) set[set.length - 1] = longer
      else set.push(piece.trimStart())
    }
    set.forEach((row, index) => write(cut(row.trimEnd(), ink, box.width), x, y + index * box.leading, ink))
    return y + (set.length - 1) * box.leading
  }

  return { width, line, lines }
}
