import type { Money } from '@mayago/kernel/money.ts'
import type { Listed } from './payments.ts'

/**
 * From the platform's balance to a provider's account and back: separate charges and transfers
 * (https://docs.stripe.com/connect/separate-charges-and-transfers). `transferId` and `reversalId` are ids of our own rows,
 * kept in the metadata, by which what may have reached Stripe before is found again.
 */
export interface PaymentTransfers {
  /**
   * `payment_wrong_state` with state `balance_insufficient` when the platform has less available, and with
   * `account_restricted` when the provider can't receive.
   */
  create(input: CreateTransfer): Promise<TransferView>
  get(stripeId: string): Promise<TransferView>
  /** Every transfer, newest first, a page at a time; `after` is the last id of the page before. For comparing the books. */
  list(after: string | null): Promise<Listed<TransferView>>
  /** Every reversal of a transfer, in the same way. */
  listReversals(stripeId: string, after: string | null): Promise<Listed<ReversalView>>
  find(input: { group: string; transferId: string }): Promise<TransferView | null>
  /**
   * All that is left of a transfer, or `amount` of it. `payment_wrong_state` with state `reversed` when less is left, and
   * with `balance_insufficient` when the provider's balance no longer has it: then it is owed.
   */
  reverse(input: ReverseTransfer): Promise<ReversalView>
  findReversal(input: { stripeId: string; reversalId: string }): Promise<ReversalView | null>
}

export interface CreateTransfer {
  accountId: string
  amount: Money
  /**
   * The charge that it takes from (`IntentView.chargeId`): it may then go out before the charge's money is available, and
   * never more than the charge brought in.
   */
  chargeId?: string
  /** Ties it to the charges it is made of; the charge's own where `chargeId` has one. */
  group: string
  transferId: string
  metadata: Record<string, string>
  idempotencyKey: string
}

export interface ReverseTransfer {
  /** Stripe's id. */
  stripeId: string
  amount?: Money
  reversalId: string
  metadata: Record<string, string>
  idempotencyKey: string
}

export interface TransferView {
  id: string
  accountId: string
  amount: Money
  amountReversed: Money
  group: string | null
  chargeId: string | null
  /** What it is in the platform's balance. */
  movementId: string | null
  createdAt: Date
  metadata: Record<string, string>
}

export interface ReversalView {
  id: string
  transferStripeId: string
  amount: Money
  movementId: string | null
  createdAt: Date
  metadata: Record<string, string>
}
