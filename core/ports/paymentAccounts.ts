import type { Currency } from '@mayago/kernel/money.ts'
import type { PayoutSchedule } from './paymentPayouts.ts'

/**
 * Those who are paid: Stripe's Express accounts (https://docs.stripe.com/connect/express-accounts). Stripe asks them who
 * they are, on pages of its own; we see what is missing, never what they answered.
 */
export interface PaymentAccounts {
  create(input: CreateAccount): Promise<AccountView>
  /** `not_found` when there is none. */
  get(accountId: string): Promise<AccountView>
  /** The way to Stripe's onboarding pages, to be followed at once: it works one time, for some minutes. */
  createOnboardingLink(input: OnboardingLink): Promise<{ url: string; expiresAt: Date }>
}

export interface CreateAccount {
  /** ISO 3166-1 alpha-2. It decides the bank account's currency and can't be changed. */
  country: string
  email: string
  businessName: string
  metadata: Record<string, string>
  idempotencyKey: string
}

export interface OnboardingLink {
  accountId: string
  /** Where the provider comes back to, done or not: ask `get` how it went. */
  returnUrl: string
  /** Where a link that was used or is too old leads: make another there. */
  refreshUrl: string
  idempotencyKey: string
}

export interface AccountView {
  id: string
  country: string
  /** The bank account's; null when it is one that we do not sell in. */
  currency: Currency | null
  email: string | null
  /** The provider went through the onboarding pages to their end. */
  isSubmitted: boolean
  /** Money may be transferred to it. */
  canReceive: boolean
  /** Its balance may be paid out to its bank. */
  canBePaidOut: boolean
  requirements: AccountRequirements
  bankAccount: { bankName: string | null; last4: string; currency: string } | null
  payoutSchedule: PayoutSchedule
  metadata: Record<string, string>
}

export interface AccountRequirements {
  /** Stripe's names of fields, e.g. `individual.verification.document`. */
  due: string[]
  pastDue: string[]
  /** What Stripe is looking at now. */
  inReview: string[]
  /** When what is due begins to stop payouts. */
  dueBy: Date | null
  /** Why the account is stopped, e.g. `requirements.past_due` or `rejected.fraud`. */
  disabledReason: string | null
  errors: { requirement: string; code: string; reason: string }[]
}
