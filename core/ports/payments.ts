import type { Money } from '@mayago/kernel/money.ts'

/**
 * Taking cards through Stripe's PaymentIntents (https://docs.stripe.com/api/payment_intents). Every write carries an
 * idempotency key from one of our own rows, so a repeated call is the same call. Declines are answers, not errors;
 * `payments_unavailable` (a Refusal) is thrown when Stripe can't be reached or its breaker is open.
 */
export interface PaymentsPort {
  /** Public key and, in embedded mode, where Stripe.js's stand-in lives. */
  readonly publishable: { key: string; sandbox: boolean }
  createIntent(input: CreateIntent): Promise<IntentView>
  /** Confirms with a payment method (`pm_card_visa`, or one made by Elements). `returnUrl` is where 3-D Secure comes back to. */
  confirmIntent(input: { intentId: string; paymentMethod: string; returnUrl: string; idempotencyKey: string }): Promise<IntentView>
  captureIntent(input: { intentId: string; amount?: Money; idempotencyKey: string }): Promise<IntentView>
  cancelIntent(input: { intentId: string; idempotencyKey: string }): Promise<IntentView>
  getIntent(intentId: string): Promise<IntentView>
  refund(input: { intentId: string; amount: Money; reason: string; metadata: Record<string, string>; idempotencyKey: string }): Promise<RefundView>
  /** Stripe's hosted page, for browsers without JavaScript. */
  createHostedCheckout(input: HostedCheckout): Promise<{ id: string; url: string }>
  /** Checks the `Stripe-Signature` of a raw body; throws `not_allowed` when it is wrong or older than five minutes. */
  parseWebhook(rawBody: string, signature: string): PaymentEvent
}

export interface CreateIntent {
  amount: Money
  capture: 'automatic' | 'manual'
  description: string
  receiptEmail?: string
  metadata: Record<string, string>
  idempotencyKey: string
}

export interface HostedCheckout {
  amount: Money
  title: string
  customerEmail: string
  successUrl: string
  cancelUrl: string
  expiresAt: Date
  metadata: Record<string, string>
  idempotencyKey: string
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
  metadata: Record<string, string>
}

export interface RefundView {
  id: string
  state: 'pending' | 'succeeded' | 'failed' | 'canceled' | 'requires_action'
  amount: Money
}

export interface PaymentEvent {
  id: string
  type: string
  createdAt: Date
  /** The PaymentIntent's id that the event is about, when it is about one. */
  intentId: string | null
  /** The object as Stripe sent it. */
  object: Record<string, unknown>
}
