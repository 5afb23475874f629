import { isRefusal } from '@mayago/kernel/errors.ts'
import type { BookingView } from '../booking/index.ts'
import type { Ctx, Locale } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import type { MailAttachment } from '../ports/mail.ts'
import { bookingUrl, experienceUrl } from './bookingUrl.ts'
import { composeCancellation } from './composeCancellation.ts'
import { composeConfirmation } from './composeConfirmation.ts'
import { composePaidTooLate } from './composePaidTooLate.ts'
import { loadForMail } from './loadForMail.ts'
import type { ComposedMail } from './mailWords.ts'
import { printTickets } from './printTickets.ts'
import { renderCalendar } from './renderCalendar.ts'
import { ticketedItems } from './ticketedItems.ts'

interface About {
  bookingId: string
  localDate: string
}

/** Mails the tickets of a confirmed booking, with calendar entry and PDF. One that was cancelled since gets none. */
export const sendConfirmation = async (ctx: Ctx, about: About): Promise<void> => {
  assertCan(ctx, 'house.keep')
  const { booking, locale } = await loadForMail(ctx, about)
  if (ticketedItems(booking).length === 0) return
  const url = bookingUrl(ctx, booking, locale)
  await deliver(ctx, booking, composeConfirmation(booking, { locale, now: ctx.now, url }), {
    idempotencyKey: `confirmation-${booking.id}`,
    attachments: await attach(ctx, booking, locale, url),
  })
}

/** Mails that a booking, or the named people of it, were cancelled, and what comes back. */
export const sendCancellation = async (
  ctx: Ctx,
  { refundMinor, unitItemIds, ...about }: About & { refundMinor: number; unitItemIds: string[] },
): Promise<void> => {
  assertCan(ctx, 'house.keep')
  const { booking, locale } = await loadForMail(ctx, about)
  const url = bookingUrl(ctx, booking, locale)
  await deliver(ctx, booking, composeCancellation(booking, { locale, url, refundMinor, unitItemIds }), {
    idempotencyKey: `cancellation-${[...unitItemIds].sort()[0]}`,
    attachments: await attach(ctx, booking, locale, url),
  })
}

/** Mails that a payment came after its hold had lapsed and goes back by itself. MONEY-4. */
export const sendPaidTooLate = async (ctx: Ctx, about: About): Promise<void> => {
  assertCan(ctx, 'house.keep')
  const { booking, locale } = await loadForMail(ctx, about)
  const url = experienceUrl(ctx, booking, locale)
  await deliver(ctx, booking, composePaidTooLate(booking, { locale, url }), {
    idempotencyKey: `paid-too-late-${booking.payment.id}`,
    attachments: [],
  })
}

/** The calendar entry, and the tickets while there are any. */
const attach = async (ctx: Ctx, booking: BookingView, locale: Locale, url: string): Promise<MailAttachment[]> => {
  const calendar = renderCalendar(booking, { locale, now: ctx.now, url })
  const method = booking.state === 'cancelled' ? 'CANCEL' : 'PUBLISH'
  const attachments: MailAttachment[] = [
    {
      filename: `mayago-${booking.reference}.ics`,
      contentType: `text/calendar; charset=utf-8; method=${method}`,
      content: new TextEncoder().encode(calendar),
    },
  ]
  if (ticketedItems(booking).length === 0) return attachments
  const pdf = await printTickets(ctx, booking, locale)
  return [{ filename: `mayago-${booking.reference}.pdf`, contentType: 'application/pdf', content: pdf }, ...attachments]
}

/** What the mail service will never take, such as an address it calls invalid, is logged and not tried again. */
const deliver = async (
  ctx: Ctx,
  booking: BookingView,
  mail: ComposedMail,
  rest: { idempotencyKey: string; attachments: MailAttachment[] },
): Promise<void> => {
  try {
    await ctx.ports.mail.send({ to: { email: booking.contact.email, name: booking.contact.name }, ...mail, ...rest })
  } catch (error) {
    if (!isRefusal(error, 'invalid_input')) throw error
    ctx.ports.log.error({ bookingId: booking.id, issues: error.data.issues }, 'a mail was refused for good')
  }
}
