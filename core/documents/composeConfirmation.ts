import { m } from '@mayago/kernel/i18n/messages.js'
import { shortDay, wallTime } from '@mayago/kernel/moments.ts'
import type { BookingView } from '../booking/booking.view.ts'
import type { Locale } from '../context.ts'
import { deadlineWords } from './deadlineWords.ts'
import { fillTemplate } from './fillTemplate.ts'
import { moneyWords, peopleValues, plainText, tripValues, whenWords, type ComposedMail } from './mailWords.ts'
import html from './mails/confirmation.html.ts'

/** "You're going": what was booked, for whom, where to be, until when it can be cancelled. */
export const composeConfirmation = (
  booking: BookingView,
  { locale, now, url }: { locale: Locale; now: Date; url: string },
): ComposedMail => {
  const { reference, meetingPoint, departure, contact, provider } = booking
  const people = booking.items.filter(({ state }) => state !== 'cancelled')
  const shortly = `${shortDay(departure.localStart, locale)}, ${wallTime(departure.localStart)}`
  const values = {
    ...tripValues(booking, locale),
    subject: m.mail_confirmed_subject({ title: booking.experience.title, when: shortly }, { locale }),
    preview: m.mail_confirmed_preview({ when: shortly, meeting: meetingPoint.name, reference }, { locale }),
    heading: m.mail_confirmed_h1({}, { locale }),
    lead: m.mail_confirmed_lead({}, { locale }),
    whoLabel: m.mail_who({}, { locale }),
    people: peopleValues(people, contact.name, locale),
    totalLabel: m.mail_total({}, { locale }),
    total: moneyWords(booking.total, locale),
    referenceLabel: m.mail_reference({}, { locale }),
    reference,
    url,
    button: m.mail_button({}, { locale }),
    buttonWhy: m.mail_button_why({}, { locale }),
    deadline: deadlineWords(booking, locale, now),
  }
  const text = plainText(
    `${values.heading} ${values.lead}`,
    [booking.experience.title, `${booking.option.title} · ${provider.name}`, whenWords(booking, locale)],
    [meetingPoint.name, meetingPoint.address, meetingPoint.hint].filter(Boolean),
    values.people.map(({ name, unit, price }) => `${name}, ${unit}: ${price}`),
    [`${values.totalLabel}: ${values.total}`, `${values.referenceLabel}: ${reference}`],
    values.deadline,
    `${values.button}: ${url}`,
    String(tripValues(booking, locale).questions),
  )
  return { subject: values.subject, html: fillTemplate(html, values), text }
}
