import { m } from '@mayago/kernel/i18n/messages.js'
import type { BookingView } from '../booking/booking.view.ts'
import type { Locale } from '../context.ts'
import { fillTemplate } from './fillTemplate.ts'
import { moneyWords, plainText, tripValues, whenWords, type ComposedMail } from './mailWords.ts'
import html from './mails/paidTooLate.html.ts'

/** "Your payment came too late": no booking, and the money is on its way back. MONEY-4. */
export const composePaidTooLate = (
  booking: BookingView,
  { locale, url }: { locale: Locale; url: string },
): ComposedMail => {
  const amount = moneyWords(booking.payment.amount, locale)
  const title = booking.experience.title
  const values = {
    ...tripValues(booking, locale),
    subject: m.mail_late_subject({ title }, { locale }),
    preview: m.mail_late_preview({ amount }, { locale }),
    heading: m.mail_late_h1({}, { locale }),
    lead: m.mail_late_lead({}, { locale }),
    refund: m.mail_late_refund({ amount }, { locale }),
    next: m.mail_late_next({}, { locale }),
    url,
    button: m.mail_late_button({}, { locale }),
  }
  const text = plainText(
    `${values.heading} ${values.lead}`,
    values.refund,
    [title, whenWords(booking, locale)],
    `${values.next} ${values.button}: ${url}`,
  )
  return { subject: values.subject, html: fillTemplate(html, values), text }
}
