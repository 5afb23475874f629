import { z } from 'zod'
import { count, idView, instantView, localStartView, moneyView } from '../viewParts.ts'

/** What everybody may see of a departure; enough for a room to show it without a read. */
export const departureFrame = z
  .object({
    departureId: idView,
    experienceId: idView,
    optionId: idView,
    /** Steps by one with every committed change; a receiver drops what is older than it has. */
    version: z.int().meta({ description: 'Steps by one with every change: drop what is older than what you have.' }),
    capacity: count.nullable().meta({ description: 'Null for free sale.' }),
    vacancies: count.nullable().meta({ description: 'Seats left; null for free sale.' }),
    status: z.enum(['open', 'closed', 'cancelled']),
    priceFrom: moneyView,
    localStart: localStartView,
    startsAt: instantView,
    cutoffAt: instantView.meta({ description: 'When booking closes.' }),
    /** When the next live hold lapses: a display re-reads then. Null when nothing is held. */
    nextLapseAt: instantView
      .nullable()
      .meta({ description: 'When the next hold on it lapses; null when none is live.' }),
  })
  .meta({ id: 'DepartureFrame' })
export type DepartureFrame = z.infer<typeof departureFrame>
export type DepartureStatus = DepartureFrame['status']

/** Every domain event and its payload. The subject is `mayago.v1.<area>.<id>.<past-tense event>`. */
export interface EventMap {
  'departure.changed': DepartureFrame
  'experience.changed': { experienceId: string }
  'booking.confirmed': { bookingId: string; localDate: string; departureId: string; providerId: string }
  'booking.cancelled': { bookingId: string; localDate: string; departureId: string; providerId: string }
  'booking.expired': { bookingId: string; localDate: string }
  /** A login ended before its time: its live sockets close. `login` is "session:<id>", "user:<id>", "key:<id>" or "guest:<id>". */
  'login.revoked': { login: string }
  'payment.changed': { paymentId: string; bookingId: string; state: string }
}
export type EventName = keyof EventMap

/** `departure.changed` about `id` → `mayago.v1.departure.<id>.changed`. */
export const subjectOf = (name: EventName, id: string): string => {
  const [area, event] = name.split('.')
  return `mayago.v1.${area}.${id}.${event}`
}

/** All events of a name, whatever they are about: for subscriptions. */
export const subjectsOf = (name: EventName): string => subjectOf(name, '*')
