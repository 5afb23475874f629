import type { Money } from '@mayago/kernel/money.ts'

/**
 * What is at Stripe, the platform's own and each provider's, and every change of it
 * (https://docs.stripe.com/api/balance_transactions): what books are held against. `accountId` null is the platform.
 */
export interface PaymentBalances {
  get(accountId: string | null): Promise<BalanceView>
  /** Newest first, up to a hundred at a time; `next` goes into `after` for those before them. */
  listMovements(input: ListMovements): Promise<{ movements: MovementView[]; next: string | null }>
}

export interface ListMovements {
  accountId: string | null
  since?: Date
  /** What one charge, refund, transfer, payout … did. */
  sourceId?: string
  /** What a payout was made of. */
  payoutId?: string
  after?: string
}

export interface BalanceView {
  /** By currency, those with none left out; below zero where more went back than was there. */
  available: Money[]
  pending: Money[]
}

export interface MovementView {
  id: string
  /** Stripe's type, e.g. `charge`, `refund`, `transfer`, `payment`, `payout`, `adjustment`. */
  type: string
  /** Signed: what came in is positive. `net` is `amount` less `fee`. */
  amount: Money
  fee: Money
  net: Money
  /** The object that caused it. */
  sourceId: string | null
  createdAt: Date
  availableAt: Date
}
