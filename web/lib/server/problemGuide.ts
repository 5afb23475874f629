import type { RefusalCode, RefusalData } from '@mayago/kernel/errors.ts'
import type { OTHER_PROBLEMS } from './problems.ts'

/** What a code's own page tells beside its title and status. */
interface Guide<Data> {
  /** When it is answered. */
  means: string
  /** What a program, or the person before it, does about it. */
  remedy: string
  /** The data of one such refusal. */
  example: Data
}

const DEPARTURE = '0199f3a0-4c1e-7d02-9a51-1d5a8e6f1c1b'
const HOLD = '0199f3a2-81b7-7c40-8e0f-52c46a0d9b37'
const BOOKING = '0199f3a4-0d55-7f19-b6d2-9c03e7a1f4c8'
const PAYMENT = '0199f3a4-0d6a-7aa3-8f27-6b1e0c94d5e2'
/** What an example is asked by. */
export const REQUEST = '0199f3a6-5e20-7b91-a3d4-f0c28e7d6b15'

/** Every problem explained, for whoever writes a client: the compiler keeps the table whole. */
export const PROBLEM_GUIDE = {
  not_enough_vacancies: {
    means: 'The departure has fewer seats left than the party takes. Others may have been faster by a moment.',
    remedy: 'Offer what "vacancies" says is left, or list the departures again for another one.',
    example: { requested: 4, vacancies: 2 },
  },
  hold_lapsed: {
    means: 'The time of the hold ran out before it was booked, and its seats went back on sale.',
    remedy: 'Place a new hold. If the seats are gone by then, that says so.',
    example: { holdId: HOLD },
  },
  hold_not_live: {
    means: 'The hold was released or booked before, so there is nothing left to change.',
    remedy: 'Look at "state": a booked hold has a booking to read, a released one needs a new hold.',
    example: { holdId: HOLD, state: 'released' },
  },
  hold_already_extended: {
    means: 'A hold can be extended once, and this one was.',
    remedy: 'Book before "expiresAt". After that, place a new hold.',
    example: { holdId: HOLD, expiresAt: '2030-03-01T15:30:00.000Z' },
  },
  too_many_seats_held: {
    means: 'One person, guest or network address may hold only so many seats at a time.',
    remedy: 'Release or book what is held, or ask for fewer seats: "limit" and "held" say how many.',
    example: { limit: 40, held: 36, requested: 6 },
  },
  departure_closed: {
    means: 'The departure was cancelled or taken off sale.',
    remedy: 'List the departures again and offer another one.',
    example: { departureId: DEPARTURE, status: 'cancelled' },
  },
  departure_cut_off: {
    means: 'Bookings close some time before a departure begins, and that time has passed.',
    remedy: 'Offer a later departure. "cutoffAt" says when this one closed.',
    example: { departureId: DEPARTURE, cutoffAt: '2030-03-01T12:00:00.000Z' },
  },
  party_not_allowed: {
    means: 'The experience has rules for who may come together, and this party breaks the one in "reason".',
    remedy: 'Change the party. The units of the experience name their minimum, maximum and companions.',
    example: { reason: 'above_maximum', unitId: DEPARTURE, max: 6 },
  },
  capacity_below_taken: {
    means: 'A departure cannot have fewer seats than are held and booked on it.',
    remedy: 'Choose a capacity of at least "taken", or free seats first.',
    example: { capacity: 8, taken: 11 },
  },
  booking_wrong_state: {
    means: 'What was asked for does not fit what has become of the booking: one cannot cancel what is cancelled.',
    remedy: 'Read the booking again and offer what its state allows.',
    example: { bookingId: BOOKING, state: 'cancelled' },
  },
  quote_changed: {
    means: 'Between the quote and the cancellation a deadline passed, so the refund is another one.',
    remedy: 'Show the refund in this problem. Where it is accepted, cancel again with it, under a new key.',
    example: { refund: { minor: 60_000, currency: 'MXN' } },
  },
  payment_declined: {
    means: 'The bank did not accept the payment. Nothing was charged, and the seats stay held.',
    remedy: 'Ask for another card, or another attempt with the same one when "declineCode" is about the moment.',
    example: { declineCode: 'insufficient_funds', paymentId: PAYMENT },
  },
  payment_wrong_state: {
    means: 'What was asked for does not fit what has become of the payment.',
    remedy: 'Read the booking again: it tells where its payment stands.',
    example: { paymentId: PAYMENT, state: 'refunded' },
  },
  payments_unavailable: {
    means: 'The payment service did not answer. Whether it heard us is not known yet; the seats stay held.',
    remedy: 'Send the same request with the same Idempotency-Key in a few seconds. Nothing is charged twice.',
    example: {},
  },
  not_found: {
    means: 'There is nothing by this id, or it is not yours to see: the two are told alike.',
    remedy: 'Check the id, and that the request says who asks: the Hold-Token, or the right account or key.',
    example: { what: 'hold' },
  },
  not_allowed: {
    means: 'You are known, and this is for others: another role, or another kind of caller than yours.',
    remedy: 'Do not try again as the same caller. "action" names what is not allowed.',
    example: { action: 'audit.read' },
  },
  sign_in_required: {
    means: 'The operation is for who has an account, and the request named none.',
    remedy: 'Send "Authorization: Bearer …" with an access token, or with an API key where the operation takes one.',
    example: {},
  },
  token_invalid: {
    means: 'The bearer token or API key is malformed, expired, revoked or made for another purpose.',
    remedy: 'Exchange the refresh token once. When that is refused too, sign in again; replace a revoked key.',
    example: {},
  },
  wrong_credentials: {
    means: 'The e-mail address and the password do not belong together. Which of them is wrong is not told.',
    remedy: 'Ask again, or offer a mail to set a new password.',
    example: {},
  },
  second_factor_required: {
    means: 'The password was right, and the account has a second factor that must be shown too.',
    remedy: 'Send "challenge" with one of "methods" to POST /auth/sign-in/second-factor.',
    example: { methods: ['totp', 'recovery_code'], challenge: 'eyJhbGciOiJFZERTQSJ9…' },
  },
  second_factor_wrong: {
    means: 'The code, or what the passkey signed, is wrong, was used before or has run out.',
    remedy: 'Ask for a fresh one. Codes of an app change every half minute, and each is good once.',
    example: {},
  },
  second_factor_missing: {
    means: 'Only who signed in with a second factor may do this, and this sign-in had none.',
    remedy: 'Set one up under /me/factors, then sign in with it.',
    example: {},
  },
  sign_in_again: {
    means: 'This is sensitive, and the sign-in is longer ago than 15 minutes.',
    remedy: 'Confirm by password at POST /me/confirm or by a factor at POST /me/confirm/factor, then ask again.',
    example: {},
  },
  email_not_verified: {
    means: 'The account exists, and nobody has shown yet that the mailbox is theirs.',
    remedy: 'Open the link in the mail, or ask for another with POST /me/email/verification.',
    example: {},
  },
  password_refused: {
    means: 'The password is too short, too long, on lists of common ones or made of the person’s own name.',
    remedy: 'Show what "reason" says and ask for another one.',
    example: { reason: 'common' },
  },
  link_expired: {
    means: 'The token of the mailed link was used, was replaced by a newer one or is too old.',
    remedy: 'Have a new mail sent, and use the newest link.',
    example: {},
  },
  account_suspended: {
    means: 'The house has closed the account. Its sessions and API keys are refused everywhere.',
    remedy: 'Stop asking, and have its owner write to support.',
    example: {},
  },
  last_way_in: {
    means: 'Without it nobody could sign in to the account any more.',
    remedy: 'Set a password or connect another way first.',
    example: {},
  },
  last_admin: {
    means: 'The house must keep at least one admin, and this is the only one.',
    remedy: 'Make somebody else an admin first.',
    example: {},
  },
  account_in_use: {
    means: 'Somebody counts on the account: it has trips ahead, or is the only owner of a provider.',
    remedy: 'Cancel or take the trips, or name another owner; "until" says when the last trip is over.',
    example: { reason: 'bookings', until: '2030-03-01T18:00:00.000Z' },
  },
  last_factor: {
    means: 'The account must have a second factor for what it may do, and this is the only one.',
    remedy: 'Add another factor, then remove this one.',
    example: {},
  },
  issuer_unavailable: {
    means: 'Google or Facebook did not answer, or not as they should.',
    remedy: 'Try again in a moment, or sign in another way.',
    example: { issuer: 'google' },
  },
  scope_missing: {
    means: 'The API key is good, and was made without the scope that this operation needs.',
    remedy: 'Make a key that has "scope". Scopes of a key are never widened.',
    example: { scope: 'bookings.write' },
  },
  url_not_allowed: {
    means: 'A webhook must lead to a public https address, and this one does not.',
    remedy: 'Name an address that "reason" has nothing against.',
    example: { reason: 'scheme' },
  },
  temporarily_unavailable: {
    means: 'A part of the product that this needs does not answer. Nothing was done.',
    remedy: 'Wait as long as "Retry-After" says, then send the same request with the same key.',
    example: { retryAfterSeconds: 10 },
  },
  invalid_input: {
    means: 'The address, the query or the body is not what the operation takes.',
    remedy: 'Mend what "issues" names: each has the path of a field and what is wrong with it.',
    example: { issues: [{ path: 'units.0.quantity', message: 'Too small: expected number to be >=1' }] },
  },
  key_reused: {
    means: 'The Idempotency-Key was used within 24 hours for a request with another body.',
    remedy: 'Make a new key for each attempt, and keep it for the retries of that attempt alone.',
    example: {},
  },
  key_in_flight: {
    means: 'A first request with this Idempotency-Key has not been answered yet.',
    remedy: 'Wait a moment and send the same request again: it hears the first one’s answer.',
    example: {},
  },
  key_required: {
    means: 'Every POST needs an Idempotency-Key, so that a retry does nothing twice.',
    remedy: 'Send one of 1 to 255 visible ASCII characters. A random UUID will do.',
    example: {},
  },
  too_many_requests: {
    means: 'More requests came than a limit allows. The RateLimit headers name the limit and what is left of it.',
    remedy: 'Wait as long as "Retry-After" says. Spread what need not happen at once.',
    example: { retryAfterSeconds: 42 },
  },
  overloaded: {
    means: 'More people ask for the same at this moment than can be answered soon. Nothing was done.',
    remedy: 'Wait as long as "Retry-After" says, then send the same request with the same key.',
    example: { retryAfterSeconds: 1 },
  },
  body_too_large: {
    means: 'The body is longer than any request of this API needs to be.',
    remedy: 'Send at most "limitBytes".',
    example: { limitBytes: 65_536 },
  },
  wrong_content_type: {
    means: 'The body came as something else than JSON: as a form, as text, or without a content type.',
    remedy: 'Send it as JSON, with "Content-Type: application/json".',
    example: { expected: 'application/json' },
  },
  internal_error: {
    means: 'Something that we did not foresee. It is logged whole, under the request id, and told to nobody.',
    remedy: 'Try again in a moment with the same key. If it stays, write to us and name "requestId".',
    example: REQUEST,
  },
  method_not_allowed: {
    means: 'There is something at this address, and it is not asked like that.',
    remedy: 'Use one of the methods that the "Allow" header names.',
    example: 'GET and HEAD and OPTIONS',
  },
} satisfies { [Code in RefusalCode]: Guide<RefusalData[Code]> } & Record<keyof typeof OTHER_PROBLEMS, Guide<string>>
