import type { BookingView, UnitItemView } from '../../booking/booking.view.ts'
import { createSigner } from '../../identity/signer.ts'

/** Keys for tests: never a process's. */
export const testSigner = createSigner({
  guest: new Uint8Array(32).fill(1),
  hold: new Uint8Array(32).fill(2),
  link: new Uint8Array(32).fill(3),
  ticket: new Uint8Array(32).fill(4),
})

const BOOKING = '01980000-0000-7000-8000-000000000001'
const DEPARTURE = '01980000-0000-7000-8000-000000000002'
const STARTS = '2027-05-15T12:30:00.000Z'

/** One person of a booking, with a ticket that our signer made. */
export const makeItem = (position: number, item: Partial<UnitItemView> = {}): UnitItemView => {
  const id = `01980000-0000-7000-8000-0000000001${String(position).padStart(2, '0')}`
  const token = testSigner.ticketToken({
    ticketId: id,
    reference: 'MG8W2PXK',
    departureId: DEPARTURE,
    startsAt: new Date(STARTS),
  })
  return {
    id,
    unitId: '01980000-0000-7000-8000-000000000003',
    type: 'ADULT',
    title: 'Adult',
    travelerName: 'Nadia Benali',
    price: { minor: 98_000, currency: 'MXN' },
    state: 'booked',
    ticket: { id, code: `TKT${position}`.padEnd(8, 'X'), token, state: 'valid' },
    ...item,
  }
}

/** A confirmed booking in Valladolid; a test overrides what it is about. */
export const makeBookingView = (booking: Partial<BookingView> = {}): BookingView => ({
  id: BOOKING,
  reference: 'MG8W2PXK',
  state: 'confirmed',
  experience: {
    id: '01980000-0000-7000-8000-000000000004',
    slug: 'cenotes-at-first-light',
    title: 'Cenotes at first light',
    timeZone: 'America/Merida',
    picture: '',
    placeholder: '',
    alt: '',
  },
  option: { id: '01980000-0000-7000-8000-000000000005', title: 'Shared boat', durationMinutes: 195 },
  departure: {
    id: DEPARTURE,
    localStart: '2027-05-15T06:30',
    startsAt: STARTS,
    endsAt: '2027-05-15T15:45:00.000Z',
    timeZone: 'America/Merida',
  },
  meetingPoint: {
    name: 'North corner of the park',
    address: 'Calle 41 and 42, Valladolid',
    hint: 'Look for the jade flag. 8 minutes on foot from Casa Hamaca.',
    latitude: 20.69,
    longitude: -88.2,
  },
  provider: { name: 'Taller Ceiba', phone: '+52 985 555 0142', email: 'hola@tallerceiba.example' },
  contact: { name: 'Nadia Benali', email: 'nadia@example.org', phone: null },
  items: [makeItem(0), makeItem(1, { travelerName: 'Íñigo Muñoz Peñalver' })],
  total: { minor: 196_000, currency: 'MXN' },
  payment: {
    id: '01980000-0000-7000-8000-000000000006',
    state: 'captured',
    amount: { minor: 196_000, currency: 'MXN' },
    refunded: { minor: 0, currency: 'MXN' },
    card: { brand: 'visa', last4: '4242' },
    declineCode: null,
    clientSecret: null,
    publishableKey: 'pk_test',
  },
  policy: { kind: 'flexible', steps: [{ hoursBefore: 24, percent: 100 }] },
  deadlines: [{ percent: 100, until: '2027-05-14T12:30:00.000Z' }],
  holdExpiresAt: null,
  createdAt: '2027-05-01T10:00:00.000Z',
  confirmedAt: '2027-05-01T10:05:00.000Z',
  cancelledAt: null,
  outcome: null,
  ...booking,
})
