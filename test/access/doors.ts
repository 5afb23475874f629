import type { Action } from '../../core/identity/access.ts'
import type { RefusalCode } from '../../core/kernel/errors.ts'

/** What a door is asked about; made anew for each time it is tried. */
export interface Asked {
  slug: string
  experienceId: string
  departureId: string
  unitId: string
  holdId: string
  bookingId: string
  sessionId: string
  userId: string
}

export interface Door {
  /** What the access table calls it; null where no use-case stands behind it. */
  action: Action | null
  /** The record that may be one's own or somebody else's. */
  on?: 'hold' | 'booking' | 'session' | 'user'
  path?: (asked: Asked) => string
  /** JSON for an endpoint, fields for a form, the message for a room. */
  body?: (asked: Asked) => Record<string, unknown>
  /** What it says to who may, for this input. */
  says?: readonly RefusalCode[]
  /** Answers nobody here: it exists in embedded mode only. */
  closed?: true
}

const fixed = (path: string) => () => path
const hold = (end = '') => ({ on: 'hold', path: (asked: Asked) => `/api/v1/holds/${asked.holdId}${end}` }) as const
const booking = (end = '') =>
  ({ on: 'booking', path: (asked: Asked) => `/api/v1/bookings/${asked.bookingId}${end}` }) as const
const trip = (end = '') => ({ on: 'booking', path: (asked: Asked) => `/bookings/${asked.bookingId}${end}` }) as const
const checkout = (end = '') => ({ on: 'hold', path: (asked: Asked) => `/checkout/${asked.holdId}${end}` }) as const
const experience = (end = '') => ({ path: (asked: Asked) => `/experiences/${asked.slug}${end}` })
const user = (end = '') =>
  ({ on: 'user', path: (asked: Asked) => `/api/v1/admin/users/${asked.userId}${end}` }) as const

const contact = { name: 'Ana Peña', email: 'ana@example.com', phone: null }
const password = 'violet harbour 41 lanterns'
const who = { email: 'nobody@example.com', password }
const seats = ({ unitId }: Asked) => [{ unitId, quantity: 1 }]
/** A booking in the matrix is begun and not paid. */
const PENDING = { says: ['booking_wrong_state'] } as const

/** Every door of the product. A new route or message is one line here, or the matrix fails. */
export const DOORS: Record<string, Door> = {
  'GET /.well-known/jwks.json': { action: null },
  'GET /api/v1/experiences': { action: 'catalog.read' },
  'GET /api/v1/experiences/[idOrSlug]': {
    action: 'catalog.read',
    path: (asked) => `/api/v1/experiences/${asked.slug}`,
  },
  'GET /api/v1/experiences/[experienceId]/departures': {
    action: 'catalog.read',
    path: (asked) => `/api/v1/experiences/${asked.experienceId}/departures?from=2030-01-01&to=2030-01-02`,
  },
  'POST /api/v1/departures/[departureId]/holds': {
    action: 'hold.place',
    path: (asked) => `/api/v1/departures/${asked.departureId}/holds`,
    body: (asked) => ({ units: seats(asked) }),
  },
  'DELETE /api/v1/holds/[holdId]': { action: 'hold.use', ...hold() },
  'POST /api/v1/holds/[holdId]/extend': { action: 'hold.use', ...hold('/extend') },
  'POST /api/v1/bookings': {
    action: 'booking.begin',
    on: 'hold',
    body: ({ holdId }) => ({ holdId, contact }),
  },
  'GET /api/v1/bookings/[bookingId]': { action: 'booking.read', ...booking() },
  'POST /api/v1/bookings/[bookingId]/cancel-quote': {
    action: 'booking.cancel',
    ...booking('/cancel-quote'),
    ...PENDING,
  },
  'POST /api/v1/bookings/[bookingId]/cancel': {
    action: 'booking.cancel',
    ...booking('/cancel'),
    body: () => ({ refundMinor: 0 }),
    ...PENDING,
  },
  'POST /api/v1/live/tickets': { action: 'live.join' },
  // Without Stripe's signature nobody may, whoever asks.
  'POST /api/v1/stripe/webhook': { action: 'stripe.notify', body: () => ({ id: 'evt_1' }), says: ['not_allowed'] },

  'POST /api/v1/auth/register': { action: 'account.register', body: () => ({ name: 'Ana', ...who }) },
  'POST /api/v1/auth/verify': { action: 'account.register', body: () => ({ token: 'none' }), says: ['link_expired'] },
  'POST /api/v1/auth/sign-in': { action: 'account.signIn', body: () => who, says: ['wrong_credentials'] },
  'POST /api/v1/auth/sign-in/second-factor': {
    action: 'account.signIn',
    body: () => ({ challenge: 'none', proof: { method: 'totp', code: '000000' } }),
    says: ['token_invalid'],
  },
  'POST /api/v1/auth/refresh': {
    action: 'account.signIn',
    body: () => ({ refreshToken: 'none' }),
    says: ['token_invalid'],
  },
  'POST /api/v1/auth/forgotten': { action: 'account.signIn', body: () => ({ email: who.email }) },
  'POST /api/v1/auth/reset': {
    action: 'account.signIn',
    body: () => ({ token: 'none', password }),
    says: ['link_expired'],
  },
  'POST /api/v1/auth/sign-out': { action: 'session.end' },

  'GET /api/v1/me': { action: 'account.read' },
  'PATCH /api/v1/me': { action: 'account.change', body: () => ({ name: 'Ana' }) },
  'DELETE /api/v1/me': { action: 'account.erase' },
  'POST /api/v1/me/erase': { action: 'account.erase' },
  'GET /api/v1/me/export': { action: 'account.export' },
  'GET /api/v1/me/bookings': { action: 'booking.listOwn' },
  'POST /api/v1/me/confirm': { action: 'account.change', body: () => ({ password }), says: ['wrong_credentials'] },
  'POST /api/v1/me/email': { action: 'account.secure', body: () => ({ email: 'new@example.com' }) },
  'POST /api/v1/me/email/verification': { action: 'account.change' },
  'POST /api/v1/me/password': { action: 'account.secure', body: () => ({ newPassword: password }) },
  'GET /api/v1/me/sessions': { action: 'account.read' },
  'DELETE /api/v1/me/sessions': { action: 'session.end' },
  'DELETE /api/v1/me/sessions/[sessionId]': {
    action: 'session.end',
    on: 'session',
    path: (asked) => `/api/v1/me/sessions/${asked.sessionId}`,
  },

  'GET /api/v1/admin/users': { action: 'user.find', path: fixed('/api/v1/admin/users?q=ana') },
  'GET /api/v1/admin/users/[userId]': { action: 'user.read', ...user() },
  'POST /api/v1/admin/users/[userId]/suspend': {
    action: 'user.suspend',
    ...user('/suspend'),
    body: () => ({ reason: 'fraud' }),
  },
  'POST /api/v1/admin/users/[userId]/unsuspend': { action: 'user.suspend', ...user('/unsuspend') },
  'POST /api/v1/admin/users/[userId]/role': {
    action: 'user.changeRole',
    ...user('/role'),
    body: () => ({ role: 'support' }),
  },
  'POST /api/v1/admin/users/[userId]/act-as': { action: 'user.actAs', ...user('/act-as') },
  'GET /api/v1/admin/audit': { action: 'audit.read' },

  'LOAD /': { action: 'catalog.read' },
  'LOAD /experiences': { action: 'catalog.read' },
  'LOAD /experiences/[slug]': { action: 'catalog.read', ...experience() },
  'FORM /experiences/[slug]?/hold': {
    action: 'hold.place',
    ...experience('?/hold'),
    body: ({ departureId, unitId }) => ({ departureId, [`unit.${unitId}`]: '1' }),
  },
  'FORM /experiences/[slug]?/extend': {
    action: 'hold.use',
    on: 'hold',
    ...experience('?/extend'),
    body: ({ holdId }) => ({ holdId }),
  },
  'FORM /experiences/[slug]?/release': {
    action: 'hold.use',
    on: 'hold',
    ...experience('?/release'),
    body: ({ holdId }) => ({ holdId }),
  },
  'LOAD /checkout/[holdId]': { action: 'hold.use', ...checkout() },
  'FORM /checkout/[holdId]?/begin': {
    action: 'booking.begin',
    ...checkout('?/begin'),
    body: () => ({ ...contact, phone: '' }),
  },
  'FORM /checkout/[holdId]?/extend': { action: 'hold.use', ...checkout('?/extend') },
  'FORM /checkout/[holdId]?/release': { action: 'hold.use', ...checkout('?/release') },
  // Asks for the hold first; a hold without a booking has nothing to pay.
  'FORM /checkout/[holdId]?/hosted': { action: 'hold.use', ...checkout('?/hosted'), says: ['not_found'] },
  'FORM /checkout/[holdId]?/card': { action: 'hold.use', ...checkout('?/card'), says: ['not_found'] },
  'GET /checkout/[holdId]/return': { action: 'hold.use', ...checkout('/return') },
  'LOAD /bookings': { action: 'booking.listOwn' },
  'LOAD /bookings/[bookingId]': { action: 'booking.read', ...trip() },
  'LOAD /bookings/[bookingId]/cancel': { action: 'booking.read', ...trip('/cancel') },
  'FORM /bookings/[bookingId]/cancel': {
    action: 'booking.cancel',
    ...trip('/cancel'),
    body: () => ({ all: '1', refundMinor: '0' }),
    ...PENDING,
  },
  'LOAD /bookings/[bookingId]/ticket': { action: 'booking.read', ...trip('/ticket') },
  'GET /bookings/[bookingId]/ticket.ics': { action: 'booking.read', ...trip('/ticket.ics'), ...PENDING },
  'GET /bookings/[bookingId]/ticket.pdf': { action: 'booking.read', ...trip('/ticket.pdf'), ...PENDING },
  'GET /pictures/[file]': { action: 'catalog.read', path: fixed('/pictures/empty-320.webp') },
  'GET /suggest': { action: 'catalog.read', path: fixed('/suggest?q=ka') },
  'POST /preferences': { action: null, body: () => ({ theme: 'dark' }) },
  'LOAD /dev/inbox': { action: 'devInbox.read', closed: true },
  'LOAD /dev/inbox/[mailId]': { action: 'devInbox.read', path: (asked) => `/dev/inbox/${asked.userId}`, closed: true },
  'GET /dev/inbox/[mailId]/html': {
    action: 'devInbox.read',
    path: (asked) => `/dev/inbox/${asked.userId}/html`,
    closed: true,
  },

  'JOIN experience': { action: 'live.join', body: ({ experienceId }) => ({ experienceId }) },
  'SAY experience.watchMonth': { action: 'live.join', body: () => ({ month: '2030-01' }) },
  'SAY experience.hold': {
    action: 'hold.place',
    body: (asked) => ({ departureId: asked.departureId, units: seats(asked), key: asked.userId }),
  },
  'JOIN board': { action: 'live.join' },
  'SAY board.show': {
    action: 'live.join',
    body: ({ experienceId }) => ({ experienceIds: [experienceId], from: '2030-01-01', to: '2030-01-02' }),
  },
}
