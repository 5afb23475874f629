import { createHash } from 'node:crypto'
import type Stripe from 'stripe'
import { newStripeId } from './sandboxIds.ts'

/** Stripe's test account numbers and why a payout to them comes back (https://docs.stripe.com/connect/testing#account-numbers). */
export const TEST_ACCOUNT_NUMBERS = {
  '000123456789': null,
  '000111111116': 'no_account',
  '000111111113': 'account_closed',
  '000222222227': 'insufficient_funds',
  '000333333335': 'debit_not_authorized',
  '000444444440': 'invalid_currency',
} as const satisfies Record<string, string | null>

export const failureOf = (number: string): string | null =>
  number in TEST_ACCOUNT_NUMBERS ? TEST_ACCOUNT_NUMBERS[number as keyof typeof TEST_ACCOUNT_NUMBERS] : null

/** A bank account as an account shows it. Of a number that is no test number, only its last digits are kept. */
export const describeBank = (
  account: Stripe.Account,
  { number, holder }: { number: string; holder: string },
): Stripe.BankAccount => ({
  id: newStripeId('ba'),
  object: 'bank_account',
  account: account.id,
  account_holder_name: holder,
  account_holder_type: account.business_type === 'company' ? 'company' : 'individual',
  account_type: null,
  available_payout_methods: ['standard'],
  bank_name: 'SANDBOX BANK',
  country: account.country ?? 'US',
  currency: account.default_currency ?? 'usd',
  default_for_currency: true,
  fingerprint:
    number in TEST_ACCOUNT_NUMBERS ? createHash('sha256').update(number).digest('base64url').slice(0, 16) : null,
  future_requirements: null,
  last4: number.slice(-4),
  metadata: {},
  requirements: null,
  routing_number: null,
  status: 'new',
})
