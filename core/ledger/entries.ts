import { sum, type Money } from '@mayago/kernel/money.ts'
import type { SaleShares } from './splitSale.ts'

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
  | 'transfer_sent'
  | 'transfer_reversed'

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

/** A card is owed a refund of what was shared already, from each side's share of it: `source` our refund's row. */
export const sharesTakenBack = (about: About, { provider, commission }: SaleShares, providerId: string): Entry => ({
  ...about,
  kind: 'refund_planned',
  lines: [
    debit('provider_payable', provider, providerId),
    debit('commission', commission),
    credit('refunds', sum([provider, commission], provider.currency)),
  ],
})

/** A provider's share went to its account: `source` Stripe's transfer. */
export const transferSent = (about: About, amount: Money, providerId: string): Entry => ({
  ...about,
  kind: 'transfer_sent',
  lines: [debit('provider_payable', amount, providerId), credit('receivable', amount)],
})

/** Some of it came back: `source` Stripe's reversal. */
export const transferReversed = (about: About, amount: Money, providerId: string): Entry => ({
  ...about,
  kind: 'transfer_reversed',
  lines: [debit('receivable', amount), credit('provider_payable', amount, providerId)],
})

/** What was delivered is its provider's, less commission: `source` the booking. */
export const fundsReleased = (about: About, { provider, commission }: SaleShares, providerId: string): Entry => ({
  ...about,
  kind: 'funds_released',
  lines: [
    debit('held_funds', sum([provider, commission], provider.currency)),
    credit('provider_payable', provider, providerId),
    credit('commission', commission),
  ],
})
