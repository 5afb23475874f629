import { m } from '@mayago/kernel/i18n/messages.js'
import { money } from '@mayago/kernel/money.ts'
import { shortDay, wallTime } from '@mayago/kernel/moments.ts'
import type { BookingView } from '../booking/booking.view.ts'
import type { Locale } from '../context.ts'
import { fillTemplate } from './fillTemplate.ts'
import { moneyWords, peopleValues, plainText, tripValues, whenWords, type ComposedMail } from './mailWords.ts'
import html from './mails/cancellation.html.ts'

export interface CancellationSettings {
  locale: Locale
  url: string
  refundMinor: number
  /** Whose places this cancellation was about. */
  unitItemIds: readonly string[]
}

/** "Cancelled", or "fewer people": who is not going any more and what comes back. */
export const composeCancellation = (booking: BookingView, settings: CancellationSettings): ComposedMail => {
  const { locale, url, refundMinor } = settings
  const title = booking.experience.title
  const when = `${shortDay(booking.departure.localStart, locale)}, ${wallTime(booking.departure.localStart)}`
  const words = headingWords(booking, { title, when }, locale)
  const refund =
    refundMinor > 0
      ? m.mail_refund({ refund: moneyWords(money(refundMinor, booking.total.currency), locale) }, { locale })
      : m.mail_refund_none({}, { locale })
  const people = booking.items.filter(({ id }) => settings.unitItemIds.includes(id))
  const values = {
    ...tripValues(booking, locale),
    ...words,
    preview: m.mail_cancelled_preview({ reference: booking.reference, refund }, { locale }),
    refund,
    whoLabel: m.mail_who_cancelled({}, { locale }),
    people: peopleValues(people, booking.contact.name, locale),
    referenceLabel: m.mail_reference({}, { locale }),
    reference: booking.reference,
    url,
    button: m.mail_button({}, { locale }),
    buttonWhy: m.mail_button_why({}, { locale }),
  }
  const text = plainText(
    `${words.heading} ${words.lead}`,
    refund,
    [title, whenWords(booking, locale)],
    [`${values.whoLabel}:`, ...values.people.map(({ name, unit }) => `${name}, ${unit}`)],
    `${values.referenceLabel}: ${booking.reference}`,
    `${values.button}: ${url}`,
  )
  return { subject: words.subject, html: fillTemplate(html, values), text }
}

const headingWords = (booking: BookingView, about: { title: string; when: string }, locale: Locale) =>
  booking.state === 'cancelled'
    ? {
        subject: m.mail_cancelled_subject(about, { locale }),
        heading: m.mail_cancelled_h1({}, { locale }),
        lead: m.mail_cancelled_lead({}, { locale }),
      }
    : {
        subject: m.mail_cancelled_part_subject(about, { locale }),
        heading: m.mail_cancelled_part_h1({}, { locale }),
        lead: m.mail_cancelled_part_lead({}, { locale }),
      }
