/**
 * Every refusal a person can cause has a stable code and data. A refusal is thrown, because inside a transaction a
 * throw is also the rollback; edges translate codes by tables that the compiler keeps whole. Bugs are `assert`s.
 */
export abstract class Refusal<Code extends RefusalCode = RefusalCode> extends Error {
  readonly code: Code
  readonly data: RefusalData[Code]
  constructor(code: Code, data: RefusalData[Code]) {
    super(code)
    this.code = code
    this.data = data
  }
}

/** What each refusal tells: all codes in one table. Nothing here may be secret: it is sent to whoever asked. */
export interface RefusalData {
  not_enough_vacancies: { requested: number; vacancies: number }
  hold_lapsed: { holdId: string }
  hold_not_live: { holdId: string; state: string }
  hold_already_extended: { holdId: string; expiresAt: string }
  too_many_seats_held: { limit: number; held: number; requested: number }
  departure_closed: { departureId: string; status: string }
  departure_cut_off: { departureId: string; cutoffAt: string }
  party_not_allowed: { reason: PartyReason; unitId?: string; min?: number; max?: number }
  capacity_below_taken: { capacity: number; taken: number }
  booking_wrong_state: { bookingId: string; state: string }
  quote_changed: { refund: { minor: number; currency: string } }
  payment_declined: { declineCode: string; paymentId?: string }
  payment_wrong_state: { paymentId: string; state: string }
  payments_unavailable: Record<string, never>
  not_found: { what: string }
  not_allowed: { action: string }
  sign_in_required: Record<string, never>
  token_invalid: Record<string, never>
  wrong_credentials: Record<string, never>
  second_factor_required: { methods: SecondFactorMethod[]; challenge: string }
  second_factor_wrong: Record<string, never>
  second_factor_missing: Record<string, never>
  sign_in_again: Record<string, never>
  email_not_verified: Record<string, never>
  password_refused: { reason: 'too_short' | 'too_long' | 'common' | 'like_you' }
  link_expired: Record<string, never>
  account_suspended: Record<string, never>
  last_way_in: Record<string, never>
  account_in_use: { reason: 'bookings' | 'provider'; until: string | null }
  last_factor: Record<string, never>
  issuer_unavailable: { issuer: string }
  scope_missing: { scope: string }
  url_not_allowed: { reason: 'scheme' | 'address' | 'unresolvable' }
  temporarily_unavailable: { retryAfterSeconds: number }
  invalid_input: { issues: { path: string; message: string }[] }
  key_reused: Record<string, never>
  key_in_flight: Record<string, never>
  key_required: Record<string, never>
  too_many_requests: { retryAfterSeconds: number }
  overloaded: { retryAfterSeconds: number }
  body_too_large: { limitBytes: number }
  wrong_content_type: { expected: string }
}
export type RefusalCode = keyof RefusalData
export type SecondFactorMethod = 'totp' | 'passkey' | 'sms' | 'recovery_code'
export type PartyReason =
  'empty' | 'unknown_unit' | 'below_minimum' | 'above_maximum' | 'needs_companion' | 'party_too_large' | 'no_seats'

class CodedRefusal<Code extends RefusalCode> extends Refusal<Code> {}

/** Makes the refusal with this code. Throw it: `throw refuse('hold_lapsed', { holdId })`. */
export const refuse = <Code extends RefusalCode>(code: Code, data: RefusalData[Code]): Refusal<Code> =>
  new CodedRefusal(code, data)

/** True for a refusal, and, when a code is given, for a refusal with that code. */
export const isRefusal = <Code extends RefusalCode = RefusalCode>(
  error: unknown,
  code?: Code,
): error is Refusal<Code> => error instanceof Refusal && (code === undefined || error.code === code)

/** A refusal from its stored text `{ code, data }`. */
export const revive = (text: string): Refusal => {
  const { code, data } = JSON.parse(text) as { code: RefusalCode; data: RefusalData[RefusalCode] }
  return refuse(code, data)
}
