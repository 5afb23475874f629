import type { Currency } from '@mayago/kernel/money.ts'

/** What everybody may see of a departure; enough for a room to show it without a read. */
export interface DepartureFrame {
  departureId: string
  experienceId: string
  optionId: string
  /** Steps by one with every committed change; a receiver drops what is older than it has. */
  version: number
  /** Null for free sale. */
  capacity: number | null
  vacancies: number | null
  status: DepartureStatus
  priceFrom: { minor: number; currency: Currency }
  localStart: string
  startsAt: string
  cutoffAt: string
  /** When the next live hold lapses: a display re-reads then. Null when nothing is held. */
  nextLapseAt: string | null
}
export type DepartureStatus = 'open' | 'closed' | 'cancelled'

/** Every domain event and its payload. The subject is `mayago.v1.<area>.<id>.<past-tense event>`. */
export interface EventMap {
  'departure.changed': DepartureFrame
  'experience.changed': { experienceId: string }
  'provider.changed': { providerId: string }
  'booking.confirmed': { bookingId: string; localDate: string; departureId: string; providerId: string }
  'booking.cancelled': { bookingId: string; localDate: string; departureId: string; providerId: string }
  'booking.expired': { bookingId: string; localDate: string }
  /** A login ended before its time: its live sockets close. `login` is "session:<id>", "user:<id>" or "guest:<id>". */
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
