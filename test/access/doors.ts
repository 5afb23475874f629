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
  webhookId: string
  keyId: string
}

export interface Door {
  /** What the access table calls it; null where no use-case stands behind it. */
  action: Action | null
  /** What is asked before the record is looked for. */
  first?: Action
  /** The record that may be one's own or somebody else's. */
  on?: 'hold' | 'booking' | 'session' | 'user' | 'webhook' | 'key'
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

const page = (end = '') => ({ on: 'user', path: (asked: Asked) => `/admin/users/${asked.userId}${end}` }) as const
const webhook = (end = '') =>
  ({
    action: 'webhook.manageOne',
    first: 'webhook.manage',
    on: 'webhook',
    path: (asked: Asked) => `/api/v1/webhooks/${asked.webhookId}${end}`,
  }) as const
const hook = (end = '') =>
  ({ ...webhook(), path: (asked: Asked) => `/account/webhooks/${asked.webhookId}${end}` }) as const
/** Anybody may who can be told again: a guest's cookie or an account. */
const saved = {
  action: 'experience.save',
  says: ['sign_in_required'],
  path: (asked: Asked) => `/api/v1/me/saved/${asked.experienceId}`,
} as const
const secure = { action: 'account.secure' } as const
const ownSession = { action: 'session.end', on: 'session' } as const

const contact = { name: 'Ana Peña', email: 'ana@example.com', phone: null }
const password = 'violet harbour 41 lanterns'
const who = { email: 'nobody@example.com', password }
const seats = ({ unitId }: Asked) => [{ unitId, quantity: 1 }]
const passkey = () => ({
  response: {
    id: 'bm9uZQ',
    rawId: 'bm9uZQ',
    type: 'public-key',
    clientExtensionResults: {},
    response: { clientDataJSON: 'e30', authenticatorData: 'bm9uZQ', signature: 'bm9uZQ' },
  },
})
const newPasskey = () => ({
  name: 'Phone',
  response: {
    id: 'bm9uZQ',
    rawId: 'bm9uZQ',
    type: 'public-key',
    clientExtensionResults: {},
    response: { clientDataJSON: 'e30', attestationObject: 'bm9uZQ', transports: [] },
  },
})
/** A booking in the matrix is begun and not paid. */
const PENDING = { says: ['booking_wrong_state'] } as const

/** Every door of the product. A new route or message is one line here, or the matrix fails. */
export const DOORS: Record<string, Door> = {
  'GET /.well-known/change-password': { action: null },
  'GET /.well-known/security.txt': { action: null },
  'GET /.well-known/jwks.json': { action: null },
  'GET /api/docs': { action: null },
  'GET /api/problems': { action: null },
  'GET /api/problems/[code]': { action: null, path: () => '/api/problems/hold_lapsed' },
  'GET /api/v1/openapi.json': { action: null },
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

  'POST /api/v1/twilio/status': { action: 'sms.notify', body: () => ({ MessageSid: 'SM1' }), says: ['not_allowed'] },

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

  'POST /api/v1/auth/sign-in/passkey-options': { action: 'account.signIn' },
  'POST /api/v1/auth/sign-in/passkey': { action: 'account.signIn', body: passkey, says: ['second_factor_wrong'] },
  'POST /api/v1/auth/sign-in/second-factor/passkey-options': {
    action: 'account.signIn',
    body: () => ({ challenge: 'none' }),
    says: ['token_invalid'],
  },
  'POST /api/v1/auth/sign-in/second-factor/sms': {
    action: 'account.signIn',
    body: () => ({ challenge: 'none' }),
    says: ['token_invalid'],
  },

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
  'POST /api/v1/me/confirm/factor': {
    action: 'account.change',
    body: () => ({ proof: { method: 'totp', code: '000000' } }),
    says: ['second_factor_wrong'],
  },
  'POST /api/v1/me/confirm/passkey-options': { action: 'account.change', says: ['not_found'] },
  'POST /api/v1/me/confirm/sms': { action: 'account.change', says: ['second_factor_wrong'] },
  'GET /api/v1/me/factors': { action: 'account.read' },
  'POST /api/v1/me/factors/totp': secure,
  'DELETE /api/v1/me/factors/totp': { ...secure, says: ['not_found'] },
  'POST /api/v1/me/factors/totp/confirm': {
    ...secure,
    body: () => ({ code: '000000' }),
    says: ['second_factor_wrong', 'not_found'],
  },
  'POST /api/v1/me/factors/sms': { ...secure, body: () => ({ phone: '+529991234567' }) },
  'DELETE /api/v1/me/factors/sms': { ...secure, says: ['not_found'] },
  'POST /api/v1/me/factors/sms/confirm': {
    ...secure,
    body: () => ({ code: '000000' }),
    says: ['second_factor_wrong', 'not_found'],
  },
  'POST /api/v1/me/factors/passkeys/options': secure,
  'POST /api/v1/me/factors/passkeys': { ...secure, body: newPasskey, says: ['second_factor_wrong'] },
  'PATCH /api/v1/me/factors/passkeys/[passkeyId]': {
    ...secure,
    path: fixed('/api/v1/me/factors/passkeys/none'),
    body: () => ({ name: 'Phone' }),
    says: ['not_found'],
  },
  'DELETE /api/v1/me/factors/passkeys/[passkeyId]': {
    ...secure,
    path: fixed('/api/v1/me/factors/passkeys/none'),
    says: ['not_found'],
  },
  'POST /api/v1/me/factors/recovery-codes': { ...secure, says: ['second_factor_missing', 'not_found'] },
  'GET /api/v1/me/saved': { action: 'experience.save' },
  'GET /api/v1/me/saved/[experienceId]': { ...saved, says: ['sign_in_required', 'not_found'] },
  'PUT /api/v1/me/saved/[experienceId]': saved,
  'DELETE /api/v1/me/saved/[experienceId]': saved,
  'GET /api/v1/me/sessions': { action: 'account.read' },
  'DELETE /api/v1/me/sessions': { action: 'session.end' },
  'DELETE /api/v1/me/sessions/[sessionId]': {
    action: 'session.end',
    on: 'session',
    path: (asked) => `/api/v1/me/sessions/${asked.sessionId}`,
  },

  'GET /api/v1/api-keys': { action: 'apiKey.read' },
  'POST /api/v1/api-keys': {
    action: 'apiKey.manage',
    body: () => ({ name: 'Ours', scopes: ['catalog.read'] }),
  },
  'DELETE /api/v1/api-keys/[keyId]': {
    action: 'apiKey.revoke',
    first: 'apiKey.read',
    on: 'key',
    path: (asked) => `/api/v1/api-keys/${asked.keyId}`,
  },
  'GET /api/v1/webhooks': { action: 'webhook.manage' },
  'POST /api/v1/webhooks': {
    action: 'webhook.manage',
    body: () => ({ url: 'https://partner.example/hook', events: ['booking.confirmed'] }),
    says: ['url_not_allowed'],
  },
  'GET /api/v1/webhooks/[webhookId]': webhook(),
  'PATCH /api/v1/webhooks/[webhookId]': { ...webhook(), body: () => ({ events: ['booking.cancelled'] }) },
  'DELETE /api/v1/webhooks/[webhookId]': webhook(),
  'GET /api/v1/webhooks/[webhookId]/deliveries': webhook('/deliveries'),
  'POST /api/v1/webhooks/[webhookId]/rotate-secret': webhook('/rotate-secret'),
  'POST /api/v1/webhooks/[webhookId]/test': webhook('/test'),
  'POST /api/v1/webhooks/[webhookId]/replay': {
    ...webhook('/replay'),
    body: () => ({ since: '2030-01-01T00:00:00.000Z' }),
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
  'LOAD /admin': { action: 'user.find' },
  'LOAD /admin/users/[userId]': { action: 'user.read', ...page() },
  'FORM /admin/users/[userId]?/suspend': {
    action: 'user.suspend',
    ...page('?/suspend'),
    body: () => ({ reason: 'fraud' }),
  },
  'FORM /admin/users/[userId]?/unsuspend': { action: 'user.suspend', ...page('?/unsuspend') },
  'FORM /admin/users/[userId]?/role': {
    action: 'user.changeRole',
    ...page('?/role'),
    body: () => ({ role: 'support' }),
  },
  'FORM /admin/users/[userId]?/actAs': { action: 'user.actAs', ...page('?/actAs') },
  'LOAD /admin/audit': { action: 'audit.read' },
  // Whoever acts as nobody has nothing to end.
  'GET /admin/back': { action: null },
  'POST /admin/stop': { action: 'session.end', says: ['not_allowed'] },
  'LOAD /account': { action: 'account.read' },
  'FORM /account?/profile': { action: 'account.change', body: () => ({ name: 'Ana', phone: '', locale: 'en' }) },
  'FORM /account?/resend': { action: 'account.change' },
  'LOAD /account/email': { action: 'account.read' },
  'FORM /account/email': { ...secure, body: () => ({ email: 'new@example.com' }) },
  'LOAD /account/password': { action: 'account.read' },
  'FORM /account/password': { ...secure, body: () => ({ newPassword: password }) },
  'LOAD /account/sessions': { action: 'account.read' },
  'FORM /account/sessions?/end': {
    ...ownSession,
    body: ({ sessionId }) => ({ sessionId }),
    path: fixed('/account/sessions?/end'),
  },
  'FORM /account/sessions?/endOthers': { action: 'session.end' },
  'LOAD /account/security': { action: 'account.read' },
  'FORM /account/security?/removeTotp': { ...secure, says: ['not_found'] },
  'FORM /account/security?/removeSms': { ...secure, says: ['not_found'] },
  'FORM /account/security?/removePasskey': { ...secure, body: () => ({ passkeyId: 'none' }), says: ['not_found'] },
  'FORM /account/security?/renamePasskey': {
    ...secure,
    body: () => ({ passkeyId: 'none', name: 'Phone' }),
    says: ['not_found'],
  },
  'LOAD /account/security/app': secure,
  'FORM /account/security/app': {
    ...secure,
    body: () => ({ code: '000000' }),
    says: ['second_factor_wrong', 'not_found'],
  },
  'LOAD /account/security/codes': { action: 'account.read' },
  'FORM /account/security/codes': { ...secure, says: ['second_factor_missing', 'not_found'] },
  'LOAD /account/security/passkey': secure,
  'FORM /account/security/passkey': {
    ...secure,
    body: () => ({ name: 'Phone', response: JSON.stringify(newPasskey().response) }),
    says: ['second_factor_wrong'],
  },
  'LOAD /account/security/phone': { action: 'account.read' },
  'FORM /account/security/phone?/send': { ...secure, body: () => ({ phone: '+529991234567' }) },
  'FORM /account/security/phone?/confirm': {
    ...secure,
    body: () => ({ phone: '+529991234567', code: '000000' }),
    says: ['second_factor_wrong', 'not_found'],
  },
  'LOAD /account/security/confirm': { action: 'account.change' },
  'FORM /account/security/confirm?/show': {
    action: 'account.change',
    body: () => ({ method: 'totp', code: '000000' }),
    says: ['second_factor_wrong'],
  },
  'FORM /account/security/confirm?/send': { action: 'account.change', says: ['second_factor_wrong'] },
  'FORM /account/security/confirm?/password': {
    action: 'account.change',
    body: () => ({ password }),
    says: ['wrong_credentials'],
  },
  'LOAD /account/saved': { action: 'experience.save' },
  'FORM /account/saved?/save': { action: 'experience.save', body: ({ experienceId }) => ({ experienceId }) },
  'FORM /account/saved?/forget': { action: 'experience.save', body: ({ experienceId }) => ({ experienceId }) },
  'LOAD /account/register': { action: 'account.register' },
  'FORM /account/register': { action: 'account.register', body: () => ({ name: 'Ana', ...who }) },
  'LOAD /account/mailed': { action: null },
  'LOAD /account/verify': { action: 'account.register', says: ['link_expired'] },
  'FORM /account/verify': { action: 'account.register', body: () => ({ token: 'none' }), says: ['link_expired'] },
  'GET /account/sign-in/[issuer=issuer]': { action: 'account.signIn', path: fixed('/account/sign-in/google') },
  'GET /account/sign-in/[issuer=issuer]/callback': {
    action: 'account.signIn',
    path: fixed('/account/sign-in/google/callback'),
  },
  'LOAD /account/privacy': { action: 'account.read' },
  'FORM /account/privacy?/erase': { action: 'account.erase', body: () => ({ sure: '1' }) },
  'GET /account/privacy/my-data.json': { action: 'account.export' },
  'LOAD /account/connections': { action: 'account.read' },
  'FORM /account/connections?/remove': { ...secure, body: () => ({ issuer: 'google' }), says: ['not_found'] },
  'LOAD /account/keys': { action: 'apiKey.read' },
  'FORM /account/keys?/create': { action: 'apiKey.manage', body: () => ({ name: 'Ours', scopes: 'catalog.read' }) },
  'FORM /account/keys?/revoke': {
    action: 'apiKey.revoke',
    first: 'apiKey.read',
    on: 'key',
    path: fixed('/account/keys?/revoke'),
    body: ({ keyId }) => ({ keyId }),
  },
  'LOAD /account/webhooks': { action: 'webhook.manage' },
  'FORM /account/webhooks?/create': {
    action: 'webhook.manage',
    body: () => ({ url: 'https://partner.example/hook', events: 'booking.confirmed' }),
    says: ['url_not_allowed'],
  },
  'LOAD /account/webhooks/[webhookId]': hook(),
  'FORM /account/webhooks/[webhookId]?/change': {
    ...hook('?/change'),
    body: () => ({ url: 'https://partner.example/hook', events: 'booking.cancelled' }),
    says: ['url_not_allowed'],
  },
  'FORM /account/webhooks/[webhookId]?/switch': { ...hook('?/switch'), body: () => ({ enabled: '0' }) },
  'FORM /account/webhooks/[webhookId]?/rotate': hook('?/rotate'),
  'FORM /account/webhooks/[webhookId]?/test': hook('?/test'),
  'FORM /account/webhooks/[webhookId]?/replay': { ...hook('?/replay'), body: () => ({ since: '2030-01-01T00:00' }) },
  'FORM /account/webhooks/[webhookId]?/remove': hook('?/remove'),
  'LOAD /account/sign-in': { action: 'account.signIn' },
  'FORM /account/sign-in': { action: 'account.signIn', body: () => who, says: ['wrong_credentials'] },
  'LOAD /account/sign-in/passkey': { action: 'account.signIn' },
  'FORM /account/sign-in/passkey': {
    action: 'account.signIn',
    body: () => ({ response: JSON.stringify(passkey().response) }),
    says: ['second_factor_wrong'],
  },
  'LOAD /account/sign-in/second': { action: 'account.signIn' },
  'FORM /account/sign-in/second?/show': { action: 'account.signIn' },
  'FORM /account/sign-in/second?/send': { action: 'account.signIn' },
  'FORM /account/forgotten': { action: 'account.signIn', body: () => ({ email: who.email }) },
  'LOAD /account/reset': { action: 'account.signIn', says: ['link_expired'] },
  'FORM /account/reset': {
    action: 'account.signIn',
    body: () => ({ token: 'none', password }),
    says: ['link_expired'],
  },
  // Whoever is not signed in is led on all the same.
  'POST /account/sign-out': { action: null },
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
