import { m } from '@mayago/kernel/i18n/messages.js'
import { shortMoment, zoneCity } from '@mayago/kernel/moments.ts'
import type { BookingView } from '../booking/booking.view.ts'
import type { Locale } from '../context.ts'

/** "Free cancellation until Fri 14 May, 06:30 (Mérida time)": what still holds at `now`, in the words of every page. */
export const deadlineWords = (
  { deadlines, departure: { timeZone } }: Pick<BookingView, 'deadlines' | 'departure'>,
  locale: Locale,
  now: Date,
): string => {
  const next = deadlines.find(({ until }) => new Date(until) >= now)
  const zone = m.until_zone({ zone: m.place_time({ place: zoneCity(timeZone, locale) }, { locale }) }, { locale })
  const last = deadlines.at(-1)
  if (!next)
    return last === undefined
      ? m.until_none({}, { locale })
      : `${m.until_over({}, { locale })} ${shortMoment(new Date(last.until), timeZone, locale)} ${zone}`
  const promise =
    next.percent === 100 ? m.until_free({}, { locale }) : m.until_percent({ percent: next.percent }, { locale })
  return `${promise} ${shortMoment(new Date(next.until), timeZone, locale)} ${zone}`
}
