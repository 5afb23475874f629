import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { makeDepartures } from '@mayago/db/testing/makeDepartures.ts'
import { queryRow } from '@mayago/db/sql.ts'
import { coreWorld, type CoreWorld } from '../../test/coreWorld.ts'
import { quietLog } from '../../test/quietLog.ts'
import { openLocalMail } from '../adapters/local/localMail.ts'
import { cancelBooking, cancelQuote, getBooking, placeHold, type BookingView } from '../booking/index.ts'
import type { Ctx } from '../context.ts'
import { beginBooking, settlePayment } from '../payments/index.ts'
import type { Mail } from '../ports/mail.ts'
import { refuse } from '@mayago/kernel/errors.ts'
import { readPdf } from './testing/readPdf.ts'
import {
  getCalendarFile,
  getDevAttachment,
  getDevMail,
  getTicketPdf,
  listDevMails,
  sendCancellation,
  sendConfirmation,
  sendPaidTooLate,
} from './index.ts'

interface World extends CoreWorld {
  sent: Mail[]
  /** A context whose mails are kept in `sent`. */
  mailer(): Ctx
}

const Mails = suite<World>('mails')
Mails.before(async (w) => {
  Object.assign(w, await coreWorld())
  w.sent = []
  const mail = { send: (one: Mail) => (w.sent.push(one), Promise.resolve({ messageId: 'm' })) }
  w.mailer = () => w.as(undefined, { ports: { ...w.ports, mail } })
})
Mails.before.each((w) => void (w.sent.length = 0))
Mails.after((w) => w.drop())

/** A booking for two; paid and confirmed unless told. */
const book = async (w: World, ctx: Ctx, { paid = true, name = 'Ana Peña' } = {}): Promise<BookingView> => {
  const { kayak } = await makeDepartures(w, { kayak: { capacity: 9 } })
  const units = [{ unitId: kayak.units.adult, quantity: 2 }]
  const hold = await placeHold(ctx, { departureId: kayak.departureId, units })
  const contact = { name, email: 'ana@example.com', phone: null }
  const begun = await beginBooking(ctx, { holdId: hold.id, contact, travelers: [] })
  if (!paid) return begun
  const payment = await queryRow<{ intent_id: string }>(w.em, 'select intent_id from payments where booking_id = $1', [
    begun.id,
  ])
  await w.ports.payments.confirmIntent({
    intentId: payment?.intent_id ?? '',
    paymentMethod: 'pm_card_visa',
    returnUrl: 'http://127.0.0.1/back',
    idempotencyKey: `test-${begun.id}`,
  })
  return settlePayment(ctx, { bookingId: begun.id })
}
const onlyMail = ({ sent }: World): Mail => {
  assert.is(sent.length, 1)
  return sent[0] as Mail
}
const about = (booking: BookingView) => ({
  bookingId: booking.id,
  localDate: booking.departure.localStart.slice(0, 10),
})
const linkIn = (text: string): string => decodeURIComponent(/\?link=(\S+)/.exec(text)?.[1] ?? '')

Mails('a confirmation carries the tickets, the calendar entry and a signed link to this booking', async (w) => {
  const booking = await book(w, w.guest())
  await sendConfirmation(w.mailer(), about(booking))
  const mail = onlyMail(w)
  assert.equal(mail.to, { email: 'ana@example.com', name: 'Ana Peña' })
  assert.match(mail.subject, /^You’re going: /)
  assert.equal(
    mail.attachments.map(({ filename }) => filename),
    [`mayago-${booking.reference}.pdf`, `mayago-${booking.reference}.ics`],
  )
  assert.is(readPdf(mail.attachments[0]?.content ?? new Uint8Array()).pages, 2)
  for (const body of [mail.html, mail.text]) {
    assert.match(body, booking.reference)
    assert.match(body, booking.meetingPoint.name)
  }
  const link = w.as().services.signer.readBookingLink(linkIn(mail.text), new Date())
  assert.equal(link, about(booking))
  const asLink = w.as({ kind: 'link', bookingId: booking.id, localDate: about(booking).localDate, guestId: null })
  assert.is((await getBooking(asLink, { bookingId: booking.id })).reference, booking.reference)
})

Mails('speaks the language of the booking, in mail, link and calendar entry', async (w) => {
  const booking = await book(w, w.guest({ locale: 'es' }))
  await sendConfirmation(w.mailer(), about(booking))
  const mail = onlyMail(w)
  assert.match(mail.subject, /^Ya está: /)
  assert.match(mail.html, '<html lang="es"')
  assert.match(mail.text, `/es/bookings/${booking.id}?link=`)
  assert.match(
    Buffer.from(mail.attachments[1]?.content ?? [])
      .toString()
      .replaceAll('\r\n ', ''),
    'Nos vemos en',
  )
})

Mails('a name is text in every mail, never markup', async (w) => {
  const booking = await book(w, w.guest(), { name: '<img src=x onerror=alert(1)> & {{url}}' })
  await sendConfirmation(w.mailer(), about(booking))
  assert.not.match(onlyMail(w).html, '<img src=x')
  const rows = onlyMail(w).html.split('&lt;img src=x onerror=alert(1)&gt; &amp; {{url}}')
  assert.is(rows.length, 4, 'as it was typed in the greeting and in both rows')
})

Mails('one person cancelled: the mail names them and what comes back, with the other ticket anew', async (w) => {
  const ctx = w.guest()
  const booking = await book(w, ctx)
  const unitItemIds = [booking.items[0]?.id ?? '']
  const quote = await cancelQuote(ctx, { bookingId: booking.id, unitItemIds })
  await cancelBooking(ctx, { bookingId: booking.id, unitItemIds, refundMinor: quote.refund.minor })
  const job = await queryRow<{ data: Parameters<typeof sendCancellation>[1] }>(
    w.em,
    `select data from pgboss.job where name = 'booking.sendCancellation' and data->>'bookingId' = $1`,
    [booking.id],
  )
  assert.ok(job)
  await sendCancellation(w.mailer(), job.data)
  const mail = onlyMail(w)
  assert.match(mail.subject, /^Changed: /)
  assert.match(mail.text, 'goes back to your card')
  assert.is(readPdf(mail.attachments[0]?.content ?? new Uint8Array()).pages, 1)
})

Mails('everybody cancelled: no tickets, and the calendar entry is taken back', async (w) => {
  const ctx = w.guest()
  const booking = await book(w, ctx)
  const quote = await cancelQuote(ctx, { bookingId: booking.id })
  await cancelBooking(ctx, { bookingId: booking.id, refundMinor: quote.refund.minor })
  const unitItemIds = booking.items.map(({ id }) => id)
  await sendCancellation(w.mailer(), { ...about(booking), unitItemIds, refundMinor: quote.refund.minor })
  const mail = onlyMail(w)
  assert.match(mail.subject, /^Cancelled: /)
  assert.is(mail.attachments.length, 1)
  assert.match(mail.attachments[0]?.contentType ?? '', 'method=CANCEL')
  assert.match(Buffer.from(mail.attachments[0]?.content ?? []).toString(), 'METHOD:CANCEL')
  w.sent.length = 0
  await sendConfirmation(w.mailer(), about(booking))
  assert.is(w.sent.length, 0, 'a confirmation that comes too late is not sent')
})

Mails('[MONEY-4] paid too late: says that all of it comes back, and where else there is room', async (w) => {
  const booking = await book(w, w.guest(), { paid: false })
  await sendPaidTooLate(w.mailer(), about(booking))
  const mail = onlyMail(w)
  assert.match(mail.text, 'goes back to your card by itself')
  assert.match(mail.text, `/experiences/${booking.experience.slug}`)
  assert.equal(mail.attachments, [])
})

Mails('a mail refused for good is logged and not tried again; an outage is', async (w) => {
  const booking = await book(w, w.guest())
  const log = quietLog()
  const failing = (error: Error) => {
    const mail = { send: () => Promise.reject(error) }
    return w.as(undefined, { ports: { ...w.ports, log, mail } })
  }
  await sendConfirmation(failing(refuse('invalid_input', { issues: [{ path: 'to', message: 'bad' }] })), about(booking))
  assert.is(log.lines.length, 1)
  let thrown: unknown
  await sendConfirmation(failing(new Error('ECONNREFUSED')), about(booking)).catch((error) => (thrown = error))
  assert.match(String(thrown), 'ECONNREFUSED')
})

Mails('the dev inbox keeps each mail once, with its attachments', async (w) => {
  const booking = await book(w, w.guest())
  const mail = openLocalMail(w.pool, w.as().clock)
  const ctx = w.as(undefined, { ports: { ...w.ports, mail } })
  await sendConfirmation(ctx, about(booking))
  await sendConfirmation(ctx, about(booking))
  const mails = await listDevMails(ctx)
  assert.is(mails.length, 1)
  const [kept] = mails
  assert.is(kept?.toEmail, 'ana@example.com')
  assert.match((await getDevMail(ctx, { mailId: kept?.id ?? '' })).text, booking.reference)
  const pdf = await getDevAttachment(ctx, { mailId: kept?.id ?? '', index: 0 })
  assert.is(pdf.contentType, 'application/pdf')
  assert.is(readPdf(pdf.content).pages, 2)
  assert.ok(Math.abs((kept?.attachments[0]?.bytes ?? 0) - pdf.content.byteLength) < 3)
})

Mails('[ACCESS-1] tickets and calendar entry are given to whom the booking belongs', async (w) => {
  const ctx = w.guest()
  const booking = await book(w, ctx)
  assert.is(readPdf((await getTicketPdf(ctx, { bookingId: booking.id })).content).pages, 2)
  assert.match((await getCalendarFile(ctx, { bookingId: booking.id })).content, 'BEGIN:VEVENT')
  for (const work of [getTicketPdf, getCalendarFile]) {
    let code: unknown
    await work(w.guest(), { bookingId: booking.id }).catch((error: { code: unknown }) => (code = error.code))
    assert.is(code, 'not_found')
  }
})

Mails('an unpaid booking has no ticket to print', async (w) => {
  const ctx = w.guest()
  const booking = await book(w, ctx, { paid: false })
  for (const work of [getTicketPdf, getCalendarFile]) {
    let code: unknown
    await work(ctx, { bookingId: booking.id }).catch((error: { code: unknown }) => (code = error.code))
    assert.is(code, 'booking_wrong_state')
  }
})

Mails.run()
