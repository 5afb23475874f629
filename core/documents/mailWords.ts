import { m } from '@mayago/kernel/i18n/messages.js'
import { formatMoney, type Money } from '@mayago/kernel/money.ts'
import { longDay, wallTime, zoneCity } from '@mayago/kernel/moments.ts'
import type { BookingView, UnitItemView } from '../booking/booking.view.ts'
import type { Locale } from '../context.ts'
import type { TemplateValues } from './fillTemplate.ts'

/** A composed mail before it is addressed. */
export interface ComposedMail {
  subject: string
  html: string
  text: string
}

/** "Saturday 15 May 2027, 06:30 (Mérida time)" */
export const whenWords = ({ departure }: BookingView, locale: Locale): string => {
  const zone = m.place_time({ place: zoneCity(departure.timeZone, locale) }, { locale })
  const day = longDay(departure.localStart, locale)
  return `${day.charAt(0).toLocaleUpperCase(locale)}${day.slice(1)}, ${wallTime(departure.localStart)} (${zone})`
}

export const moneyWords = (amount: Money, locale: Locale): string => formatMoney(amount, locale)

/** What every mail's template asks for: the trip, its words and the foot. */
export const tripValues = (booking: BookingView, locale: Locale): TemplateValues => {
  const { experience, option, provider, meetingPoint } = booking
  return {
    locale,
    title: experience.title,
    option: option.title,
    provider: provider.name,
    whenLabel: m.mail_when({}, { locale }),
    when: whenWords(booking, locale),
    whereLabel: m.mail_where({}, { locale }),
    meeting: meetingPoint.name,
    address: meetingPoint.address,
    hint: meetingPoint.hint,
    greeting: m.mail_greeting({ name: booking.contact.name }, { locale }),
    questions: m.mail_questions({ provider: provider.name, phone: provider.phone, email: provider.email }, { locale }),
    foot: m.mail_foot({}, { locale }),
  }
}

export const peopleValues = (items: readonly UnitItemView[], contactName: string, locale: Locale) =>
  items.map((item) => ({
    name: item.travelerName ?? contactName,
    unit: item.title,
    price: moneyWords(item.price, locale),
  }))

/** The same mail for readers without HTML: paragraphs parted by a blank line. */
export const plainText = (...paragraphs: (string | readonly string[])[]): string =>
  paragraphs
    .map((paragraph) => (typeof paragraph === 'string' ? paragraph : paragraph.join('\n')))
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
