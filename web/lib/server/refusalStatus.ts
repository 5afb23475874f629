import type { RefusalCode } from '@mayago/kernel/errors.ts'

/**
 * The HTTP status of every refusal, for pages and endpoints alike; the compiler keeps the table whole. 429 always comes
 * with a time to come back; a cap on seats has none, so it is a conflict.
 */
const STATUS = {
  not_enough_vacancies: 409,
  hold_lapsed: 410,
  hold_not_live: 409,
  hold_already_extended: 409,
  too_many_seats_held: 409,
  departure_closed: 409,
  departure_cut_off: 409,
  party_not_allowed: 422,
  capacity_below_taken: 409,
  booking_wrong_state: 409,
  quote_changed: 409,
  payment_declined: 402,
  payment_wrong_state: 409,
  payments_unavailable: 503,
  not_found: 404,
  not_allowed: 403,
  sign_in_required: 401,
  token_invalid: 401,
  wrong_credentials: 401,
  second_factor_required: 401,
  second_factor_wrong: 401,
  second_factor_missing: 403,
  sign_in_again: 403,
  email_not_verified: 403,
  password_refused: 422,
  link_expired: 410,
  account_suspended: 403,
  last_way_in: 409,
  account_in_use: 409,
  last_factor: 409,
  issuer_unavailable: 503,
  scope_missing: 403,
  url_not_allowed: 422,
  temporarily_unavailable: 503,
  invalid_input: 422,
  key_reused: 422,
  key_in_flight: 409,
  key_required: 400,
  too_many_requests: 429,
  overloaded: 429,
  body_too_large: 413,
  wrong_content_type: 415,
} as const satisfies Record<RefusalCode, number>

export const statusOf = (code: RefusalCode): number => STATUS[code]
