import PDFDocument from 'pdfkit'
import { assert } from '@mayago/kernel/assert.ts'
import { m } from '@mayago/kernel/i18n/messages.js'
import { dayMonth, wallTime, weekdayName, zoneCity } from '@mayago/kernel/moments.ts'
import { toLocal } from '@mayago/kernel/time.ts'
import type { BookingView } from '../booking/booking.view.ts'
import type { Locale } from '../context.ts'
import { deadlineWords } from './deadlineWords.ts'
import { drawLogo, drawMayaNumeral, drawQr } from './drawMarks.ts'
import { ticketedItems, type TicketedItem } from './ticketedItems.ts'
import { createPen, type Ink, type Pen } from './pen.ts'

type Doc = typeof PDFDocument.prototype

export interface TicketPdfSettings {
  locale: Locale
  now: Date
  /** The experience's picture as JPEG or PNG, 2:1 or near; null leaves a plain band. */
  cover: Uint8Array | null
}

// A5 in points: one page per person prints on any paper and reads on any phone.
const PAGE = { width: 420, height: 595, margin: 22 }
const CARD = { x: PAGE.margin, y: 50, width: PAGE.width - 2 * PAGE.margin, height: 410, radius: 12 }
const INSET = CARD.x + 20
const INNER = CARD.width - 40
const PICTURE = 100
const TEAR = CARD.y + 226

/** The palette on paper is the light scheme's. */
const C = {
  paper: '#FBF8F3',
  surface: '#FFFFFF',
  line: '#E6DECF',
  edge: '#8A8170',
  ink: '#14211E',
  ink2: '#43514C',
  ink3: '#5E6A65',
  jade: '#0E7C66',
  maize: '#F2B632',
} as const

const title: Ink = { voice: 'display', size: 21, colour: C.ink }
const fact: Ink = { voice: 'display', size: 19, colour: C.ink }
const label: Ink = { voice: 'sans', size: 9.5, colour: C.ink3 }
const body: Ink = { voice: 'sans', size: 10, colour: C.ink2 }
const strong: Ink = { voice: 'strong', size: 10.5, colour: C.ink }

/** The booking's tickets as a PDF: one page per person whose ticket is valid, with a signed QR drawn as vectors. */
export const renderTicketPdf = async (
  booking: BookingView,
  settings: TicketPdfSettings,
): Promise<Uint8Array<ArrayBuffer>> => {
  const items = ticketedItems(booking)
  assert(items.length > 0, 'only a booking with tickets is printed')
  const heading = m.pdf_title({ title: booking.experience.title }, { locale: settings.locale })
  const doc = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: settings.locale,
    info: { Title: heading, Author: 'MayaGo', Subject: booking.reference, CreationDate: settings.now },
  })
  const chunks: Buffer[] = []
  const ended = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject))
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const pen = createPen(doc)
  items.forEach((item, index) => drawPage({ doc, pen, booking, item, index, count: items.length, ...settings }))
  doc.end()
  await ended
  return new Uint8Array(Buffer.concat(chunks))
}

interface Sheet extends TicketPdfSettings {
  doc: Doc
  pen: Pen
  booking: BookingView
  item: TicketedItem
  index: number
  count: number
}

const drawPage = (sheet: Sheet): void => {
  const { doc } = sheet
  doc.addPage()
  const section = doc.struct('Sect')
  doc.addStructure(section)
  const part = (type: string, draw: () => void, alt?: string): void => {
    section.add(doc.struct(type, alt === undefined ? {} : { alt }, draw))
  }
  artifact(doc, () => drawGround(sheet))
  part('P', () => drawHead(sheet))
  part('H1', () => drawTitle(sheet))
  part('P', () => drawFacts(sheet))
  part('Figure', () => drawCode(sheet), m.pdf_qr({ code: sheet.item.ticket.code }, { locale: sheet.locale }))
  part('P', () => drawHolder(sheet))
  part('P', () => drawMeetingPoint(sheet))
  part('P', () => drawFoot(sheet))
  section.end()
}

const artifact = (doc: Doc, draw: () => void): void => {
  doc.markContent('Artifact')
  draw()
  doc.endMarkedContent()
}

/** Everything without words: paper, card, picture, tear line, logo. */
const drawGround = ({ doc, cover }: Sheet): void => {
  doc.rect(0, 0, PAGE.width, PAGE.height).fill(C.paper)
  drawLogo(doc, PAGE.margin, 17, 0.86, { people: C.jade, middle: C.maize })
  const card = () => doc.roundedRect(CARD.x, CARD.y, CARD.width, CARD.height, CARD.radius)
  card().fill(C.surface)
  doc.save()
  card().clip()
  doc.rect(CARD.x, CARD.y, CARD.width, PICTURE).fill(C.jade)
  if (cover)
    doc.image(Buffer.from(cover), CARD.x, CARD.y, { cover: [CARD.width, PICTURE], align: 'center', valign: 'center' })
  doc.restore()
  card().lineWidth(0.6).stroke(C.line)
  for (const x of [CARD.x, CARD.x + CARD.width]) {
    doc
      .save()
      .rect(x === CARD.x ? x - 1 : x - 12, TEAR - 12, 13, 24)
      .clip()
    doc.circle(x, TEAR, 8).lineWidth(0.6).fillAndStroke(C.paper, C.line)
    doc.restore()
  }
  doc.rect(CARD.x - 4, TEAR - 9, 3.7, 18).fill(C.paper)
  doc.rect(CARD.x + CARD.width + 0.3, TEAR - 9, 3.7, 18).fill(C.paper)
  doc
    .moveTo(INSET, TEAR)
    .lineTo(INSET + INNER, TEAR)
    .lineWidth(1)
    .dash(0.1, { space: 3.4 })
    .lineCap('round')
    .stroke(C.edge)
  doc.undash()
}

const drawHead = ({ pen, index, count, locale }: Sheet): void => {
  pen.line('MayaGo', PAGE.margin + 34, 34, { voice: 'display', size: 17, colour: C.ink, tracking: -0.3 })
  const words = m.pdf_of({ number: index + 1, count }, { locale })
  pen.line(words, PAGE.width - PAGE.margin - pen.width(words, label), 33, label)
}

const drawTitle = ({ pen, booking }: Sheet): void => {
  pen.line(booking.experience.title, INSET, CARD.y + PICTURE + 32, title, INNER)
  const { provider, option, experience } = booking
  const by = option.title === experience.title ? provider.name : `${provider.name} · ${option.title}`
  pen.line(by, INSET, CARD.y + PICTURE + 50, body, INNER)
}

const drawFacts = ({ pen, booking, locale }: Sheet): void => {
  const { localStart, endsAt, timeZone } = booking.departure
  const zone = m.place_time({ place: zoneCity(timeZone, locale) }, { locale })
  const facts = [
    [weekdayName(localStart, locale), dayMonth(localStart, locale)],
    [m.pdf_starts({}, { locale }), wallTime(localStart)],
    [m.pdf_until({}, { locale }), wallTime(toLocal(new Date(endsAt), timeZone))],
  ] as const
  const column = INNER / 3
  facts.forEach(([name, value], index) => {
    const x = INSET + index * column
    pen.line(capital(name, locale), x, CARD.y + PICTURE + 79, label, column - 6)
    pen.line(value, x, CARD.y + PICTURE + 99, fact, column - 6)
  })
  pen.line(zone, INSET + column, CARD.y + PICTURE + 112, { ...label, size: 8 }, 2 * column)
}

const QR = { side: 136, quiet: 12 }
const drawCode = ({ doc, item }: Sheet): void => {
  const [x, y] = [INSET, TEAR + 16]
  const frame = QR.side + 2 * QR.quiet
  doc.roundedRect(x, y, frame, frame, 8).lineWidth(0.6).fillAndStroke(C.surface, C.line)
  drawQr(doc, item.ticket.token, x + QR.quiet, y + QR.quiet, QR.side, C.ink)
}

const drawHolder = ({ doc, pen, booking, item, count, locale }: Sheet): void => {
  const x = INSET + QR.side + 2 * QR.quiet + 16
  const width = CARD.x + CARD.width - 16 - x
  const top = TEAR + 16
  pen.line(booking.reference, x, top + 30, { voice: 'display', size: 21, colour: C.ink, tracking: 0.3 }, width)
  const name = item.travelerName ?? booking.contact.name
  const y = pen.lines(name, x, top + 54, { ...strong, size: 12 }, { width, leading: 15, linesMax: 2 })
  pen.line(item.title, x, y + 16, body, width)
  const mark = drawMayaNumeral(doc, count, x, y + 32, C.jade)
  const beside = mark > 0 ? mark + 8 : 0
  const party = m.pdf_party({ count }, { locale })
  pen.lines(party, x + beside, y + 41, body, { width: width - beside, leading: 13, linesMax: 2 })
  pen.line(item.ticket.code, x, top + QR.side + QR.quiet, { ...label, tracking: 0.6 }, width)
}

const drawMeetingPoint = ({ doc, pen, booking, locale }: Sheet): void => {
  const { meetingPoint: point, provider } = booking
  const top = CARD.y + CARD.height + 21
  const left = { width: 226, leading: 13 }
  pen.line(m.pdf_meet({}, { locale }), PAGE.margin, top, label)
  pen.line(point.name, PAGE.margin, top + 16, { voice: 'display', size: 13, colour: C.ink }, left.width)
  pen.line(point.address, PAGE.margin, top + 32, body, left.width)
  pen.lines(point.hint, PAGE.margin, top + 45, body, { ...left, linesMax: 2 })
  const x = PAGE.margin + left.width + 20
  const width = PAGE.width - PAGE.margin - x
  doc
    .moveTo(x - 10, top - 6)
    .lineTo(x - 10, top + 52)
    .lineWidth(0.6)
    .stroke(C.line)
  pen.line(m.pdf_questions({}, { locale }), x, top, label, width)
  pen.line(provider.phone, x, top + 16, strong, width)
  pen.line(provider.email, x, top + 32, body, width)
}

const drawFoot = ({ pen, booking, locale, now }: Sheet): void => {
  const y = PAGE.height - 35
  pen.line(deadlineWords(booking, locale, now), PAGE.margin, y, { ...strong, size: 9.5 }, PAGE.width - 2 * PAGE.margin)
  pen.line(m.pdf_show({}, { locale }), PAGE.margin, y + 14, label, PAGE.width - 2 * PAGE.margin)
}

const capital = (text: string, locale: string): string => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
