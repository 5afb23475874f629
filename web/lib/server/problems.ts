import { json } from '@sveltejs/kit'
import { getApp } from '@mayago/core/app.ts'
import { isRefusal, type Refusal, type RefusalCode, type RefusalData } from '@mayago/kernel/errors.ts'
import { statusOf } from './refusalStatus.ts'

/** What happened and what to do about it, for whoever writes a client. Words for travelers are the pages' own. */
type Words = { [Code in RefusalCode]: { title: string; detail(data: RefusalData[Code]): string } }

export const PROBLEMS = {
  not_enough_vacancies: {
    title: 'Not enough seats',
    detail: ({ requested, vacancies }) =>
      `${requested} seats were asked for and ${vacancies} are left. Ask for fewer, or pick another departure.`,
  },
  hold_lapsed: {
    title: 'The hold has ended',
    detail: () => 'Its seats are back on sale and nothing was charged. Place a new hold.',
  },
  hold_not_live: {
    title: 'The hold is not live',
    detail: ({ state }) => `It is ${state}, and only a live hold can be changed or booked. Place a new hold.`,
  },
  hold_already_extended: {
    title: 'The hold was extended before',
    detail: ({ expiresAt }) => `A hold is extended once; this one ends at ${expiresAt}. Book before then.`,
  },
  too_many_seats_held: {
    title: 'Too many seats held at one time',
    detail: ({ limit, held, requested }) =>
      `${held} of at most ${limit} seats are held and ${requested} more were asked for. Release or book some first.`,
  },
  departure_closed: {
    title: 'The departure is not on sale',
    detail: ({ status }) => `It is ${status}. Pick another departure.`,
  },
  departure_cut_off: {
    title: 'Booking for this departure has closed',
    detail: ({ cutoffAt }) => `It closed at ${cutoffAt}. Pick a later departure.`,
  },
  party_not_allowed: {
    title: 'This party cannot go',
    detail: ({ reason }) => PARTY_REASONS[reason],
  },
  capacity_below_taken: {
    title: 'More seats are taken than that',
    detail: ({ capacity, taken }) => `${taken} seats are taken, so the capacity cannot become ${capacity}.`,
  },
  booking_wrong_state: {
    title: 'Not possible for this booking',
    detail: ({ state }) => `The booking is ${state}. Read it again to see what can be done.`,
  },
  quote_changed: {
    title: 'The refund is another by now',
    detail: () => 'A deadline has passed since the quote. Ask for a new cancel-quote and send its refund.',
  },
  payment_declined: {
    title: 'The payment was declined',
    detail: ({ declineCode }) => `The bank said ${declineCode}. The seats stay held: try another card.`,
  },
  payment_wrong_state: {
    title: 'Not possible for this payment',
    detail: ({ state }) => `The payment is ${state}. Read the booking again to see where it stands.`,
  },
  payments_unavailable: {
    title: 'Payments cannot be reached',
    detail: () => 'The seats stay held. Send the same request with the same Idempotency-Key in a few seconds.',
  },
  not_found: {
    title: 'Not found',
    detail: ({ what }) => `There is no such ${what}, or it is not yours to see. Check the id and your Hold-Token.`,
  },
  not_allowed: {
    title: 'Not allowed',
    detail: () => 'This is not yours to do.',
  },
  sign_in_required: {
    title: 'Sign in first',
    detail: () => 'This needs an account. Sign in and send the request again.',
  },
  token_invalid: {
    title: 'The token is not valid',
    detail: () => 'It is malformed, expired, revoked or meant for somebody else. Refresh it, or sign in again.',
  },
  wrong_credentials: {
    title: 'E-mail or password is wrong',
    detail: () => 'Check both, or ask for a mail to set a new password.',
  },
  second_factor_required: {
    title: 'A second factor is needed',
    detail: ({ methods }) => `Send the challenge with one of: ${methods.join(', ')}.`,
  },
  second_factor_wrong: {
    title: 'The code is not right',
    detail: () => 'It is wrong, was used before or has run out. Send a fresh one.',
  },
  second_factor_missing: {
    title: 'This needs a second factor',
    detail: () => 'Set up an authenticator app, a passkey or codes by text message first, then sign in with it.',
  },
  sign_in_again: {
    title: 'Sign in again for this',
    detail: () => 'The sign-in is too long ago for something this sensitive.',
  },
  email_not_verified: {
    title: 'The e-mail address is not verified',
    detail: () => 'Open the link that was mailed to it, or ask for a new one.',
  },
  password_refused: {
    title: 'The password cannot be used',
    detail: ({ reason }) => PASSWORD_REASONS[reason],
  },
  link_expired: {
    title: 'The link has ended',
    detail: () => 'It was used, replaced or is too old. Ask for a new one.',
  },
  account_suspended: {
    title: 'The account is suspended',
    detail: () => 'Write to support to hear why.',
  },
  last_way_in: {
    title: 'It is the last way to sign in',
    detail: () => 'Set a password or add another way first.',
  },
  last_admin: {
    title: 'The last admin',
    detail: () => 'Somebody else has to be an admin before this account stops being one.',
  },
  account_in_use: {
    title: 'Somebody counts on this account',
    detail: ({ reason }) =>
      reason === 'bookings'
        ? 'It has trips ahead. Cancel them, or delete it after the last one.'
        : 'It is the only owner of a provider. Make somebody else an owner first.',
  },
  last_factor: {
    title: 'It is the last second factor',
    detail: () => 'This account must have one. Add another factor, then remove this one.',
  },
  issuer_unavailable: {
    title: 'The sign-in service cannot be reached',
    detail: ({ issuer }) => `${issuer} did not answer as it should. Try again, or sign in another way.`,
  },
  scope_missing: {
    title: 'The key may not do this',
    detail: ({ scope }) => `It lacks the scope ${scope}. Make a key that has it.`,
  },
  url_not_allowed: {
    title: 'The address cannot be called',
    detail: ({ reason }) => URL_REASONS[reason],
  },
  temporarily_unavailable: {
    title: 'Not available for a moment',
    detail: ({ retryAfterSeconds }) => `Nothing was done. Try again in ${retryAfterSeconds} seconds.`,
  },
  invalid_input: {
    title: 'The request is not valid',
    detail: ({ issues }) =>
      issues[0] ? `${issues[0].path || 'The body'}: ${issues[0].message}. Mend what "issues" names.` : 'Mend it.',
  },
  key_reused: {
    title: 'The Idempotency-Key belongs to another request',
    detail: () => 'It was used with another body. Send a new request with a new key.',
  },
  key_in_flight: {
    title: 'The first request with this Idempotency-Key is still at work',
    detail: () => 'Wait a moment, then send the same request with the same key for its answer.',
  },
  key_required: {
    title: 'An Idempotency-Key is required',
    detail: () => 'Send a header "Idempotency-Key" of 1 to 255 visible ASCII characters, new for each attempt.',
  },
  too_many_requests: {
    title: 'Too many requests',
    detail: ({ retryAfterSeconds }) => `Come back in ${retryAfterSeconds} seconds.`,
  },
  overloaded: {
    title: 'More requests than can be answered now',
    detail: ({ retryAfterSeconds }) => `Nothing was done. Send the same request in ${retryAfterSeconds} seconds.`,
  },
  body_too_large: {
    title: 'The body is too large',
    detail: ({ limitBytes }) => `It may be ${limitBytes} bytes long.`,
  },
  wrong_content_type: {
    title: 'The content type is not supported',
    detail: ({ expected }) => `Send the body as ${expected}.`,
  },
} satisfies Words

/** What is answered with no refusal behind it. */
export const OTHER_PROBLEMS = {
  internal_error: {
    status: 500,
    title: 'Something went wrong',
    detail: (requestId: string) =>
      `It is our fault. Try again in a moment; if it stays, tell us the request id ${requestId}.`,
  },
  method_not_allowed: {
    status: 405,
    title: 'Method not allowed',
    detail: (allowed: string) => `This address answers ${allowed}.`,
  },
}

const PARTY_REASONS = {
  empty: 'Nobody is in it. Ask for at least one unit.',
  unknown_unit: "A unit is not one of this departure's option. Read the experience for its units.",
  below_minimum: 'A unit is below its minimum.',
  above_maximum: 'A unit is above its maximum.',
  needs_companion: 'A unit needs somebody of another kind along.',
  party_too_large: 'It is larger than one hold may take. Split it.',
  no_seats: 'It takes no seat. Add somebody who does.',
} satisfies Record<RefusalData['party_not_allowed']['reason'], string>

const PASSWORD_REASONS = {
  too_short: 'It is shorter than 10 characters.',
  too_long: 'It is longer than 128 characters.',
  common: 'It is on lists of common passwords. Choose another.',
  like_you: 'It is made of the name or e-mail address. Choose another.',
} satisfies Record<RefusalData['password_refused']['reason'], string>

const URL_REASONS = {
  scheme: 'It must begin with https://.',
  address: 'It leads into a private network.',
  unresolvable: 'Its host has no address.',
} satisfies Record<RefusalData['url_not_allowed']['reason'], string>

/** The members that RFC 9457 §3.1 defines, which no refusal's data may overwrite. */
const renamed: Record<string, string> = { status: 'departureStatus', type: 'kind', title: 'name', detail: 'text' }

export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  code: string
  requestId: string
  [member: string]: unknown
}

/** A refusal as RFC 9457 tells it, with its data as members of their own. */
export const toProblem = (refusal: Refusal, requestId: string): Problem => {
  const { code, data } = refusal
  const words = PROBLEMS[code] as { title: string; detail(data: unknown): string }
  const members = Object.entries(data).map(([name, value]) => [renamed[name] ?? name, value] as const)
  return {
    ...Object.fromEntries(members),
    ...problemOf(code, statusOf(code), words.title, words.detail(data), requestId),
  }
}

/** A problem of which nothing is told beside what all of them have. */
export const otherProblem = (code: keyof typeof OTHER_PROBLEMS, about: string, requestId: string): Problem => {
  const { status, title, detail } = OTHER_PROBLEMS[code]
  return problemOf(code, status, title, detail(about), requestId)
}

const problemOf = (code: string, status: number, title: string, detail: string, requestId: string): Problem => ({
  type: `${getApp().services.settings.publicOrigin}${problemPath(code)}`,
  title,
  status,
  detail,
  code,
  requestId,
})

/** Where a code is explained, to people. */
export const problemPath = (code: string): string => `/api/problems/${code}`

/** Answers with a problem; a refusal that names a time to come back says it in `Retry-After` too. */
export const answerProblem = (problem: Problem, headers: Record<string, string> = {}): Response => {
  const seconds = problem.retryAfterSeconds
  return json(problem, {
    status: problem.status,
    headers: {
      ...headers,
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(typeof seconds === 'number' ? { 'retry-after': String(seconds) } : {}),
    },
  })
}

/** What went wrong in words that give nothing away: a refusal as it is, anything else as our own fault. */
export const problemFor = (error: unknown, requestId: string): Problem =>
  isRefusal(error) ? toProblem(error, requestId) : otherProblem('internal_error', requestId, requestId)
