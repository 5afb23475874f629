/** Travelers who keep cards with us: Stripe has the cards, we have their last digits (https://docs.stripe.com/payments/save-and-reuse). */
export interface PaymentCustomers {
  create(input: CreateCustomer): Promise<{ id: string }>
  /** Deletes the customer and every card kept for it; `not_found` when that was done before. */
  remove(customerId: string): Promise<void>
  /** Starts keeping a card: the browser confirms it with `clientSecret`, 3-D Secure included. */
  createSetup(input: CreateSetup): Promise<SetupView>
  /** Confirms with a payment method from here; a decline is an answer. */
  confirmSetup(input: ConfirmSetup): Promise<SetupView>
  getSetup(setupId: string): Promise<SetupView>
  listCards(customerId: string): Promise<SavedCard[]>
  removeCard(input: { cardId: string; idempotencyKey: string }): Promise<void>
}

export interface CreateCustomer {
  email: string
  name: string
  metadata: Record<string, string>
  idempotencyKey: string
}

export interface CreateSetup {
  customerId: string
  metadata: Record<string, string>
  idempotencyKey: string
}

export interface ConfirmSetup {
  setupId: string
  paymentMethod: string
  returnUrl: string
  idempotencyKey: string
}

export interface SetupView {
  id: string
  clientSecret: string
  state:
    'requires_payment_method' | 'requires_confirmation' | 'requires_action' | 'processing' | 'canceled' | 'succeeded'
  /** The card that was kept, once `succeeded`. */
  cardId: string | null
  actionUrl: string | null
  declineCode: string | null
}

export interface SavedCard {
  /** What `confirmIntent` takes as its payment method. */
  id: string
  brand: string
  last4: string
  expiresMonth: number
  expiresYear: number
}
