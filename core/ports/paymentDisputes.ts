import type { Money } from '@mayago/kernel/money.ts'

/**
 * Charges that a cardholder took back through the bank (https://docs.stripe.com/disputes). The money and a fee leave the
 * balance when a dispute opens; the money comes back when it is won.
 */
export interface PaymentDisputes {
  get(stripeId: string): Promise<DisputeView>
  /** Newest first, up to a hundred at a time; `next` goes into `after` for those before them. */
  list(input: { since?: Date; after?: string }): Promise<{ disputes: DisputeView[]; next: string | null }>
  /** Sends evidence to the bank, once and for all; `payment_wrong_state` when it was sent or decided before. */
  submitEvidence(input: { stripeId: string; evidence: DisputeEvidence; idempotencyKey: string }): Promise<DisputeView>
  /** Gives in: lost at once. `payment_wrong_state` when it is no longer open. */
  accept(input: { stripeId: string; idempotencyKey: string }): Promise<DisputeView>
}

export interface DisputeEvidence {
  customerName?: string
  customerEmail?: string
  productDescription?: string
  /** When it was delivered, as people read it. */
  serviceDate?: string
  cancellationPolicy?: string
  refundRefusal?: string
  explanation?: string
}

export interface DisputeView {
  id: string
  chargeId: string
  intentId: string | null
  state:
    | 'warning_needs_response'
    | 'warning_under_review'
    | 'warning_closed'
    | 'needs_response'
    | 'under_review'
    | 'won'
    | 'lost'
    | 'prevented'
  /** Stripe's, e.g. `fraudulent` or `product_not_received`. */
  reason: string
  amount: Money
  /** Until when evidence counts; null when it can't be answered. */
  dueBy: Date | null
  /** What it did to the balance. */
  movementIds: string[]
  createdAt: Date
}
