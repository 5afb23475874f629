import type { Stripe } from 'stripe'
import { isRefusal, refuse } from '@mayago/kernel/errors.ts'

const isStripeError = (error: unknown): error is InstanceType<typeof Stripe.errors.StripeError> =>
  error instanceof Error && 'type' in error && typeof error.type === 'string' && error.type.startsWith('Stripe')

/** The intent that a declined card left behind; null when the error is anything but a decline. */
export const declinedIntentOf = (error: unknown): Stripe.PaymentIntent | null =>
  isStripeError(error) && error.type === 'StripeCardError' && error.payment_intent ? error.payment_intent : null

/** The same of a card that was to be kept. */
export const declinedSetupOf = (error: unknown): Stripe.SetupIntent | null =>
  isStripeError(error) && error.type === 'StripeCardError' && error.setup_intent ? error.setup_intent : null

/** Stripe's way of saying "too late" or "no such thing" in our words. What is left is a bug of ours and stays as it is. */
export const toRefusal = (error: unknown, paymentId: string): unknown => {
  if (isRefusal(error) || !isStripeError(error)) return error
  if (error.code === 'account_invalid') return refuse('not_found', { what: 'account' })
  if (error.code === 'resource_missing' && error.statusCode === 404) return refuse('not_found', { what: 'payment' })
  if (error.code === 'setup_intent_unexpected_state')
    return refuse('payment_wrong_state', { paymentId, state: error.setup_intent?.status ?? 'unknown' })
  if (error.code === 'payment_intent_unexpected_state')
    return refuse('payment_wrong_state', { paymentId, state: error.payment_intent?.status ?? 'unknown' })
  if (error.code === 'charge_already_refunded') return refuse('payment_wrong_state', { paymentId, state: 'refunded' })
  if (error.code === 'balance_insufficient')
    return refuse('payment_wrong_state', { paymentId, state: 'balance_insufficient' })
  if (error.code === 'insufficient_capabilities_for_transfer' || error.code === 'payouts_not_allowed')
    return refuse('payment_wrong_state', { paymentId, state: 'account_restricted' })
  if (error.code === 'charge_disputed') return refuse('payment_wrong_state', { paymentId, state: 'disputed' })
  if (/^This dispute is already/.test(error.message))
    return refuse('payment_wrong_state', { paymentId, state: 'dispute' })
  if (/^Payouts can be canceled only/.test(error.message))
    return refuse('payment_wrong_state', { paymentId, state: 'payout' })
  if (/is already fully reversed|greater than unreversed amount/.test(error.message))
    return refuse('payment_wrong_state', { paymentId, state: 'reversed' })
  // Asking for more than is left has no code of its own, only the parameter at fault.
  if (error.param === 'amount' && /greater than unrefunded amount/.test(error.message))
    return refuse('payment_wrong_state', { paymentId, state: 'refunded' })
  // A hosted page that is no longer open, or an intent that belongs to one that is: no code either.
  if (error.type === 'StripeInvalidRequestError' && /Checkout Sessions? .*(open|expired|complete)/i.test(error.message))
    return refuse('payment_wrong_state', { paymentId, state: 'checkout' })
  return error
}
