import { type Money } from '@mayago/kernel/money.ts'
import { splitSale } from './splitSale.ts'

/**
 * What the books are kept by. Debits are above zero, credits below.
 * - `receivable`: ours, at Stripe
 * - `held_funds`: owed, by what becomes of the booking, to its provider and to us, or back to its traveler
 * - `refunds`: owed to cards, on its way back
 * - `provider_payable`: owed to one provider
 * - `commission`: earned
 */
export type AccountKind =
  'receivable' | 'held_funds' | 'provider_payable' | 'commission' | 'fees' | 'taxes' | 'refunds' | 'disputes'

export type EntryKind =
  | 'payment_captured'
  | 'duplicate_captured'
  | 'duplicate_returned'
  | 'refund_planned'
  | 'refund_succeeded'
  | 'funds_released'

export interface Line {
  account: AccountKind
  /** Whose payable; null for every other account. */
  providerId: string | null
  amount: Money
}

/** One fact about money and the accounts it moves between. */
export interface Entry {
  kind: EntryKind
  /** Stripe's object that it tells of, or our row where Stripe has none: a fact is posted once by kind and source. */
  source: string
  bookingId: string
  localDate: string
  lines: readonly Line[]
}

/** What every entry is told: which object it tells of and which booking is concerned. */
export type About = Omit<Entry, 'kind' | 'lines'>

const debit = (account: AccountKind, amount: Money, providerId: string | null = null): Line => ({
  account,
  providerId,
  amount,
})
const credit = (account: AccountKind, amount: Money, providerId: string | null = null): Line =>
  debit(account, { ...amount, minor: -amount.minor }, providerId)

/** A card paid: `source` the intent. */
export const paymentCaptured = (about: About, amount: Money): Entry => ({
  ...about,
  kind: 'payment_captured',
  lines: [debit('receivable', amount), credit('held_funds', amount)],
})

/** A card paid for what was paid already, and is owed all of it: `source` the intent. */
export const duplicateCaptured = (about: About, amount: Money): Entry => ({
  ...about,
  kind: 'duplicate_captured',
  lines: [debit('receivable', amount), credit('refunds', amount)],
})

/** A duplicate is on its way back: `source` Stripe's refund. */
export const duplicateReturned = (about: About, amount: Money): Entry => ({
  ...about,
  kind: 'duplicate_returned',
  lines: [credit('receivable', amount), debit('refunds', amount)],
})

/** A card is owed a refund from what is held: `source` our refund's row. */
export const refundPlanned = (about: About, amount: Money): Entry => ({
  ...about,
  kind: 'refund_planned',
  lines: [debit('held_funds', amount), credit('refunds', amount)],
})

/** A refund reached its card: `source` Stripe's refund. */
export const refundSucceeded = (about: About, amount: Money): Entry => ({
  ...about,
  kind: 'refund_succeeded',
  lines: [credit('receivable', amount), debit('refunds', amount)],
})

/** What was delivered is its provider's, less commission: `source` the booking. */
export const fundsReleased = (
  about: About,
  held: Money,
  { providerId, commissionPercent }: { providerId: string; commissionPercent: number },
): Entry => {
  const { provider, commission } = splitSale(held, commissionPercent)
  return {
    ...about,
    kind: 'funds_released',
    lines: [
      debit('held_funds', held),
      credit('provider_payable', provider, providerId),
      credit('commission', commission),
    ],
  }
}
