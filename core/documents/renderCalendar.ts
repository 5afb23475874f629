import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { m } from '@mayago/kernel/i18n/messages.js'
import type { BookingView } from '../booking/booking.view.ts'
import type { Locale } from '../context.ts'
import { describeZone } from './describeZone.ts'

export interface CalendarSettings {
  locale: Locale
  now: Date
  /** Where the booking opens; null leaves it out of what may be shared. */
  url: string | null
}

/**
 * The booking as an iCalendar file (RFC 5545). Its UID is the booking's, so that a later file changes the same entry;
 * SEQUENCE counts the people who cancelled, and a cancelled booking takes the entry back (RFC 5546 §3.2.5).
 */
export const renderCalendar = (booking: BookingView, { locale, now, url }: CalendarSettings): string => {
  const { departure, meetingPoint, provider, experience, reference } = booking
  const [start, end] = [new Date(departure.startsAt), new Date(departure.endsAt)]
  const cancelled = booking.state === 'cancelled'
  const words = { reference, meeting: meetingPoint.name, provider: provider.name, phone: provider.phone }
  const calendar = ical({
    prodId: { company: 'MayaGo', product: 'Bookings' },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    // No zone of its own: with one, DTSTAMP would lose its Z. The event's zone is still described.
    timezone: { name: null, generator: (zone) => describeZone(zone, start, end) },
  })
  calendar.createEvent({
    id: `${booking.id}@mayago`,
    sequence: booking.items.filter(({ state }) => state === 'cancelled').length,
    stamp: now,
    // A Date would be written on this machine's wall, whatever the zone says.
    start: Temporal.Instant.fromEpochMilliseconds(start.getTime()),
    end: Temporal.Instant.fromEpochMilliseconds(end.getTime()),
    timezone: departure.timeZone,
    summary: cancelled ? m.ics_cancelled({ title: experience.title }, { locale }) : experience.title,
    description: m.ics_description(words, { locale }),
    location: {
      title: meetingPoint.name,
      address: meetingPoint.address,
      geo: { lat: meetingPoint.latitude, lon: meetingPoint.longitude },
    },
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: provider.name, email: provider.email },
    url,
  })
  return calendar.toString()
}
