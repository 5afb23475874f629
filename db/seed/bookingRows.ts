import { addMinutes } from '@mayago/kernel/time.ts'
import type { InsertedRow } from '../queries/insertRows.ts'
import { demoId, demoRandom, demoReference } from './demoIds.ts'
import { plain } from './seedCatalog.ts'

/** A departure that is booked, with what a booking copies from its experience. */
export interface BookedDeparture {
  id: string
  experienceId: string
  optionId: string
  providerId: string
  localDate: string
  startsAt: Date
  currency: string
  policy: unknown
  commissionPercent: number
}

export interface BookedUnit {
  id: string
  type: string
  priceMinor: number
  seatsPerUnit: number
}

export interface DemoBooking {
  /** Names this booking among all. */
  key: readonly (string | number)[]
  departure: BookedDeparture
  party: readonly { unit: BookedUnit; quantity: number }[]
  name: string
  locale: string
  bookedAt: Date
  /** They went, and were let in at the gate. */
  redeemed: boolean
}

export interface TicketClaim {
  ticketId: string
  departureId: string
  reference: string
  startsAt: Date
}

/** Rows by table, in the order in which they may be written. */
export type BookingTables = Record<(typeof BOOKING_TABLES)[number], InsertedRow[]>
export const BOOKING_TABLES = [
  'holds',
  'bookings',
  'booking_refs',
  'unit_items',
  'payments',
  'payment_allocations',
  'tickets',
] as const

export const noBookings = (): BookingTables => ({
  holds: [],
  bookings: [],
  booking_refs: [],
  unit_items: [],
  payments: [],
  payment_allocations: [],
  tickets: [],
})

const CARDS = ['visa', 'mastercard', 'amex'] as const

/** Adds a confirmed booking with its hold, people, captured payment and tickets; answers how many seats it takes. */
export const addBooking = (
  tables: BookingTables,
  booking: DemoBooking,
  signTicket: (claim: TicketClaim) => string,
): number => {
  const { key, departure, party, name, bookedAt, redeemed } = booking
  const id = demoId('booking', ...key)
  const holdId = demoId('hold', ...key)
  const paymentId = demoId('payment', ...key)
  const guestId = demoId('guest', ...key)
  const reference = demoReference(...key)
  const random = demoRandom('payment', ...key)
  const confirmedAt = addMinutes(bookedAt, random.int(2, 11))
  const { currency } = departure
  const where = { booking_id: id, local_date: departure.localDate }
  const seats = party.reduce((sum, { unit, quantity }) => sum + unit.seatsPerUnit * quantity, 0)
  const total = party.reduce((sum, { unit, quantity }) => sum + unit.priceMinor * quantity, 0)
  const email = `${plain(name)}@travellers.example`

  tables.holds.push({
    id: holdId,
    departure_id: departure.id,
    state: 'confirmed',
    seats,
    party: party.map(({ unit, quantity }) => [unit.id, quantity, unit.priceMinor]),
    total_minor: total,
    currency,
    holder: `g:${guestId}`,
    created_at: bookedAt,
    expires_at: addMinutes(bookedAt, 15),
  })
  tables.bookings.push({
    id,
    local_date: departure.localDate,
    state: redeemed ? 'redeemed' : 'confirmed',
    departure_id: departure.id,
    experience_id: departure.experienceId,
    option_id: departure.optionId,
    provider_id: departure.providerId,
    hold_id: holdId,
    guest_id: guestId,
    locale: booking.locale,
    contact_name: name,
    contact_email: email,
    total_minor: total,
    currency,
    commission_percent: departure.commissionPercent,
    policy: departure.policy,
    created_at: bookedAt,
    confirmed_at: confirmedAt,
  })
  tables.booking_refs.push({ ...where, reference, hold_id: holdId })
  tables.payments.push({
    ...where,
    id: paymentId,
    hold_id: holdId,
    payer_name: name,
    payer_email: email,
    amount_minor: total,
    currency,
    state: 'captured',
    card_brand: random.pick(CARDS),
    card_last4: String(random.int(1000, 9999)),
    created_at: bookedAt,
    captured_at: confirmedAt,
  })
  const people = party.flatMap(({ unit, quantity }) => Array.from({ length: quantity }, () => unit))
  for (const [position, unit] of people.entries()) {
    const itemId = demoId('unit item', ...key, position)
    const ticketId = demoId('ticket', ...key, position)
    tables.unit_items.push({
      ...where,
      id: itemId,
      hold_id: holdId,
      unit_id: unit.id,
      position,
      traveler_name: position === 0 ? name : null,
      seats: unit.seatsPerUnit,
      price_minor: unit.priceMinor,
      state: redeemed ? 'redeemed' : 'booked',
    })
    tables.payment_allocations.push({ payment_id: paymentId, unit_item_id: itemId, amount_minor: unit.priceMinor })
    tables.tickets.push({
      ...where,
      id: ticketId,
      unit_item_id: itemId,
      code: `${reference}-${position + 1}`,
      token: signTicket({
        ticketId,
        departureId: departure.id,
        reference,
        startsAt: departure.startsAt,
      }),
      state: redeemed ? 'redeemed' : 'valid',
      issued_at: confirmedAt,
      redeemed_at: redeemed ? addMinutes(departure.startsAt, -random.int(3, 20)) : null,
    })
  }
  return seats
}
