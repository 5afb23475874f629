import { exponentOf, type Currency, type Money } from '@mayago/kernel/money.ts'
import type { PaymentAccounts } from './paymentAccounts.ts'
import type { PaymentBalances } from './paymentBalances.ts'
import type { PaymentCustomers } from './paymentCustomers.ts'
import type { PaymentDisputes } from './paymentDisputes.ts'
import type { PaymentPayouts } from './paymentPayouts.ts'
import type { PaymentTransfers } from './paymentTransfers.ts'

/**
 * Taking cards through Stripe's PaymentIntents (https://docs.stripe.com/api/payment_intents). Every write carries an
 * idempotency key from one of our own rows, so a repeated call is the same call. Declines are answers, not errors;
 * `payments_unavailable` (a Refusal) is thrown when Stripe can't be reached or its breaker is open.
 */
export interface PaymentsPort {
  /** The browser's key; with `sandbox` the page loads our stand-in for Stripe.js instead of Stripe's own. */
  readonly publishable: { key: string; sandbox: boolean }
  readonly accounts: PaymentAccounts
  readonly transfers: PaymentTransfers
  readonly balances: PaymentBalances
  readonly payouts: PaymentPayouts
  readonly disputes: PaymentDisputes
  readonly customers: PaymentCustomers
  createIntent(input: CreateIntent): Promise<IntentView>
  /**
   * Confirms with a payment method (`pm_card_visa`, or one made by Elements). `returnUrl` is where 3-D Secure comes
   * back to. `payment_wrong_state` when the intent can no longer be confirmed.
   */
  confirmIntent(input: ConfirmIntent): Promise<IntentView>
  /** Takes authorised money, all of it or `amount` of it; the rest is let go. */
  captureIntent(input: { intentId: string; amount?: Money; idempotencyKey: string }): Promise<IntentView>
  cancelIntent(input: { intentId: string; idempotencyKey: string }): Promise<IntentView>
  getIntent(intentId: string): Promise<IntentView>
  /** Gives money back to the card; never more than was captured and not yet given back (`payment_wrong_state`). */
  refund(input: RefundInput): Promise<RefundView>
  /** The refund of an intent that carries this `refundId` in its metadata, as it stands now; null when there is none. */
  findRefund(input: { intentId: string; refundId: string }): Promise<RefundView | null>
  /** Every intent, newest first, a page at a time; `after` is the last id of the page before. For comparing the books. */
  listIntents(after: string | null): Promise<Listed<IntentView>>
  /** Every refund, in the same way. */
  listRefunds(after: string | null): Promise<Listed<ListedRefund>>
  /** Stripe's hosted page, for browsers without JavaScript. */
  createHostedCheckout(input: HostedCheckout): Promise<HostedCheckoutView>
  getHostedCheckout(checkoutId: string): Promise<HostedCheckoutView>
  /** Closes an open hosted page, so that nobody can pay there any more; `payment_wrong_state` when it is not open. */
  expireHostedCheckout(input: { checkoutId: string; idempotencyKey: string }): Promise<HostedCheckoutView>
  /** Checks the `Stripe-Signature` of a raw body; throws `not_allowed` when it is wrong or older than five minutes. */
  parseWebhook(rawBody: string, signature: string): PaymentEvent
}

export interface CreateIntent {
  amount: Money
  capture: 'automatic' | 'manual'
  description: string
  receiptEmail?: string
  /** Whose kept cards may pay. */
  customerId?: string
  /** Keeps the card that paid for the customer. */
  keepsCard?: boolean
  /** Ties its charge to the transfers made of it. */
  transferGroup?: string
  metadata: Record<string, string>
  idempotencyKey: string
}

export interface ConfirmIntent {
  intentId: string
  paymentMethod: string
  returnUrl: string
  /** A kept card, while its holder is away: where 3-D Secure would be asked, it is declined as `authentication_required`. */
  offSession?: boolean
  idempotencyKey: string
}

export interface RefundInput {
  intentId: string
  amount: Money
  /** Ours, kept in the refund's metadata; Stripe itself is told `requested_by_customer`. */
  reason: string
  metadata: Record<string, string>
  idempotencyKey: string
}

export interface HostedCheckout {
  amount: Money
  title: string
  customerEmail: string
  /** `{CHECKOUT_SESSION_ID}` in it becomes the session's id. */
  successUrl: string
  cancelUrl: string
  /**
   * Stripe takes 30 minutes to 24 hours from now, so it may outlive the hold: end it with `expireHostedCheckout`. Keep
   * it the same when repeating a call: it is part of what the idempotency key stands for.
   */
  expiresAt: Date
  /** Ties its charge to the transfers made of it. */
  transferGroup?: string
  metadata: Record<string, string>
  idempotencyKey: string
}

export interface HostedCheckoutView {
  id: string
  state: 'open' | 'complete' | 'expired'
  /** Where to send the browser; null once it is complete or expired. */
  url: string | null
  /** Null until the traveler first submits a card there. */
  intentId: string | null
}

export type IntentState =
  | 'requires_payment_method'
  | 'requires_confirmation'
  | 'requires_action'
  | 'processing'
  | 'requires_capture'
  | 'succeeded'
  | 'canceled'

export interface IntentView {
  id: string
  clientSecret: string
  state: IntentState
  amount: Money
  amountReceived: Money
  /** Where a 3-D Secure challenge is to be met, while `requires_action`. */
  actionUrl: string | null
  /** Why the last attempt failed: Stripe's `decline_code`, else its error code. */
  declineCode: string | null
  /** Brand and last four digits of the card in use, for receipts. */
  card: { brand: string; last4: string } | null
  /** The last attempt at the card; what transfers are made of. */
  chargeId: string | null
  /** Until when authorised money can be captured; null unless `requires_capture`. */
  captureBefore: Date | null
  metadata: Record<string, string>
}

export interface RefundView {
  id: string
  state: 'pending' | 'succeeded' | 'failed' | 'canceled' | 'requires_action'
  amount: Money
}

export interface ListedRefund extends RefundView {
  /** Whose money it is; null for a charge that no intent made. */
  intentId: string | null
}

export interface Listed<View> {
  items: View[]
  /** Whether there is another page. */
  more: boolean
}

export interface PaymentEvent {
  id: string
  type: string
  createdAt: Date
  /** The PaymentIntent's id that the event is about, when it is about one. */
  intentId: string | null
  /** The provider's account that it happened on; null for the platform's own. */
  accountId: string | null
  /** The object as Stripe sent it. */
  object: Record<string, unknown>
}

/**
 * The smallest step of an amount that Stripe takes, in minor units: three-decimal currencies go in tens, because card
 * networks settle two decimals (https://docs.stripe.com/currencies#three-decimal). Prices and refunds are whole steps.
 */
export const chargeStepOf = (currency: Currency): number => (exponentOf(currency) === 3 ? 10 : 1)
