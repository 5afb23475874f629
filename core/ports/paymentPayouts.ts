import type { Money } from '@mayago/kernel/money.ts'
import type { AccountView } from './paymentAccounts.ts'

/** From a provider's balance at Stripe to the provider's bank (https://docs.stripe.com/connect/payouts-connected-accounts). */
export interface PaymentPayouts {
  setSchedule(input: { accountId: string; schedule: PayoutSchedule; idempotencyKey: string }): Promise<AccountView>
  /**
   * Pays out by hand. `payment_wrong_state` with state `balance_insufficient` when less is available, and with
   * `account_restricted` when the account can't be paid out.
   */
  create(input: CreatePayout): Promise<PayoutView>
  get(input: { accountId: string; stripeId: string }): Promise<PayoutView>
  /** By our own row's id, which is in the metadata. */
  find(input: { accountId: string; payoutId: string }): Promise<PayoutView | null>
  /** Newest first, up to a hundred at a time; `next` goes into `after` for those before them. */
  list(input: {
    accountId: string
    since?: Date
    after?: string
  }): Promise<{ payouts: PayoutView[]; next: string | null }>
  /** While it is `pending` and was made by hand; else `payment_wrong_state`. */
  cancel(input: { accountId: string; stripeId: string; idempotencyKey: string }): Promise<PayoutView>
}

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday'
export type PayoutSchedule =
  | { interval: 'manual' | 'daily' }
  | { interval: 'weekly'; weekday: Weekday }
  /** Days that a month does not have mean its last. */
  | { interval: 'monthly'; day: number }

export interface CreatePayout {
  accountId: string
  amount: Money
  payoutId: string
  metadata: Record<string, string>
  idempotencyKey: string
}

export interface PayoutView {
  id: string
  state: 'pending' | 'in_transit' | 'paid' | 'failed' | 'canceled'
  amount: Money
  /** The schedule made it, not us. */
  isAutomatic: boolean
  createdAt: Date
  arrivesAt: Date
  /** Why the bank sent it back, e.g. `account_closed`; the money is in the balance again. */
  failureCode: string | null
  movementId: string | null
  metadata: Record<string, string>
}
