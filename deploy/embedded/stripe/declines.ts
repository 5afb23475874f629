import type Stripe from 'stripe'
import { DECLINES, type DeclineCode } from './cards.ts'
import type { ErrorBody } from './stripeError.ts'

/** What Stripe answers when the issuer says no. */
export const cardDeclined = (decline: DeclineCode, method: Stripe.PaymentMethod): ErrorBody => ({
  type: 'card_error',
  code: DECLINES[decline].code,
  decline_code: decline,
  message: DECLINES[decline].message,
  payment_method: method,
})

const FAILED = {
  payment_intent:
    'The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.',
  setup_intent: 'The provided PaymentMethod has failed authentication. You can provide another to try again.',
}

/** What Stripe answers when the cardholder was not who they should be. */
export const authenticationFailed = (kind: keyof typeof FAILED, method: Stripe.PaymentMethod): ErrorBody => ({
  type: 'invalid_request_error',
  code: `${kind}_authentication_failure`,
  message: FAILED[kind],
  payment_method: method,
})
