import type { Refusal, RefusalCode, RefusalData, PartyReason } from '@mayago/kernel/errors.ts'
import { m } from '@mayago/kernel/i18n/messages.js'

type Words = { [Code in RefusalCode]: (data: RefusalData[Code]) => string }

const PARTY = {
  empty: m.refusal_party_empty,
  unknown_unit: m.refusal_other,
  below_minimum: m.refusal_party_below,
  above_maximum: m.refusal_party_above,
  needs_companion: m.refusal_party_companion,
  party_too_large: m.refusal_party_too_large,
  no_seats: m.refusal_party_companion,
} satisfies Record<PartyReason, () => string>

const PASSWORDS = {
  too_short: m.refusal_password_too_short,
  too_long: m.refusal_password_too_long,
  common: m.refusal_password_common,
  like_you: m.refusal_password_like_you,
} satisfies Record<RefusalData['password_refused']['reason'], () => string>

/** What a person is told about each refusal: what happened and what to do next. */
const WORDS: Words = {
  not_enough_vacancies: ({ vacancies, requested }) =>
    vacancies === 0 ? m.refusal_none_left() : m.refusal_not_enough_vacancies({ count: vacancies, requested }),
  hold_lapsed: () => m.refusal_hold_lapsed(),
  hold_not_live: () => m.refusal_hold_not_live(),
  hold_already_extended: () => m.refusal_hold_already_extended(),
  too_many_seats_held: ({ held, limit }) => m.refusal_too_many_seats_held({ held, limit }),
  departure_closed: () => m.refusal_departure_closed(),
  departure_cut_off: () => m.refusal_departure_cut_off(),
  party_not_allowed: ({ reason }) => PARTY[reason](),
  capacity_below_taken: () => m.refusal_other(),
  booking_wrong_state: () => m.refusal_booking_wrong_state(),
  quote_changed: () => m.cancel_changed(),
  payment_declined: ({ declineCode }) => declineWords(declineCode),
  payment_wrong_state: () => m.refusal_booking_wrong_state(),
  payments_unavailable: () => m.refusal_payments_unavailable(),
  not_found: () => m.refusal_not_found(),
  not_allowed: () => m.refusal_not_allowed(),
  sign_in_required: () => m.refusal_sign_in_required(),
  token_invalid: () => m.refusal_sign_in_required(),
  wrong_credentials: () => m.refusal_wrong_credentials(),
  second_factor_required: () => m.refusal_second_factor_required(),
  second_factor_wrong: () => m.refusal_second_factor_wrong(),
  second_factor_missing: () => m.refusal_second_factor_missing(),
  sign_in_again: () => m.refusal_sign_in_again(),
  email_not_verified: () => m.refusal_email_not_verified(),
  password_refused: ({ reason }) => PASSWORDS[reason](),
  link_expired: () => m.refusal_link_expired(),
  account_suspended: () => m.refusal_account_suspended(),
  last_way_in: () => m.refusal_last_way_in(),
  account_in_use: ({ reason }) =>
    reason === 'bookings' ? m.refusal_account_in_use_trips() : m.refusal_account_in_use_provider(),
  last_factor: () => m.refusal_last_factor(),
  issuer_unavailable: ({ issuer }) => m.refusal_issuer_unavailable({ issuer }),
  scope_missing: () => m.refusal_not_allowed(),
  url_not_allowed: () => m.refusal_url_not_allowed(),
  temporarily_unavailable: ({ retryAfterSeconds }) => m.refusal_too_many_requests({ seconds: retryAfterSeconds }),
  invalid_input: () => m.refusal_invalid(),
  key_reused: () => m.refusal_other(),
  key_in_flight: () => m.refusal_other(),
  key_required: () => m.refusal_other(),
  too_many_requests: ({ retryAfterSeconds }) => m.refusal_too_many_requests({ seconds: retryAfterSeconds }),
  overloaded: ({ retryAfterSeconds }) => m.refusal_too_many_requests({ seconds: retryAfterSeconds }),
  body_too_large: () => m.refusal_invalid(),
  wrong_content_type: () => m.refusal_invalid(),
}

export const refusalWords = (refusal: Refusal): string =>
  (WORDS[refusal.code] as (data: Refusal['data']) => string)(refusal.data)

/** By Stripe's `decline_code`, else its error code (https://docs.stripe.com/declines/codes). */
const DECLINES: Record<string, () => string> = {
  insufficient_funds: m.decline_insufficient_funds,
  expired_card: m.decline_expired_card,
  incorrect_cvc: m.decline_incorrect_cvc,
  invalid_cvc: m.decline_incorrect_cvc,
  incomplete_cvc: m.decline_incorrect_cvc,
  incorrect_number: m.decline_incorrect_number,
  invalid_number: m.decline_incorrect_number,
  incomplete_number: m.decline_incorrect_number,
  payment_intent_authentication_failure: m.decline_authentication,
  authentication_required: m.decline_authentication,
  processing_error: m.decline_processing,
  lost_card: m.decline_lost,
  stolen_card: m.decline_lost,
}

export const declineWords = (code: string | null | undefined): string => (DECLINES[code ?? ''] ?? m.decline_generic)()
