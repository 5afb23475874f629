import type Stripe from 'stripe'
import { assert } from '@mayago/kernel/assert.ts'
import { isCurrency, type Currency } from '@mayago/kernel/money.ts'
import type { AccountRequirements, AccountView, PaymentAccounts } from '../../ports/paymentAccounts.ts'
import type { PayoutSchedule, Weekday } from '../../ports/paymentPayouts.ts'
import type { Ask } from './ask.ts'

/** Express accounts that take transfers only: the platform is the merchant, and pays Stripe's fees and losses. */
export const stripeAccounts = (stripe: Stripe, ask: Ask): PaymentAccounts => ({
  create: async ({ country, email, businessName, metadata, idempotencyKey }) =>
    toAccountView(
      await ask('new', () =>
        stripe.accounts.create(
          {
            type: 'express',
            country,
            email,
            business_profile: { name: businessName },
            capabilities: { transfers: { requested: true } },
            // Nothing leaves by itself until the provider has a schedule of ours.
            settings: { payouts: { schedule: { interval: 'manual' } } },
            metadata,
          },
          { idempotencyKey },
        ),
      ),
    ),

  get: async (accountId) => toAccountView(await ask(accountId, () => stripe.accounts.retrieve(accountId))),

  createOnboardingLink: async ({ accountId, returnUrl, refreshUrl, idempotencyKey }) => {
    const link = await ask(accountId, () =>
      stripe.accountLinks.create(
        {
          account: accountId,
          type: 'account_onboarding',
          return_url: returnUrl,
          refresh_url: refreshUrl,
          // All at once, so that nobody is stopped months later over a field that could have been asked for.
          collection_options: { fields: 'eventually_due' },
        },
        { idempotencyKey },
      ),
    )
    assert(link.object === 'account_link', 'Stripe answered with an account link')
    return { url: link.url, expiresAt: new Date(link.expires_at * 1000) }
  },
})

/** `account` as any call returned it; a deleted or wrongly answered one is no account. */
export const toAccountView = (account: Stripe.Account): AccountView => {
  assert(
    account.object === 'account' && typeof account.payouts_enabled === 'boolean',
    'Stripe answered with an account',
  )
  return {
    id: account.id,
    country: account.country ?? '',
    currency: toCurrency(account.default_currency),
    email: account.email,
    isSubmitted: account.details_submitted,
    canReceive: account.capabilities?.transfers === 'active',
    canBePaidOut: account.payouts_enabled,
    requirements: toRequirements(account.requirements),
    bankAccount: bankOf(account),
    payoutSchedule: toSchedule(account.settings?.payouts?.schedule),
    metadata: { ...account.metadata },
  }
}

const toCurrency = (code: string | undefined): Currency | null => {
  const currency = (code ?? '').toUpperCase()
  return isCurrency(currency) ? currency : null
}

const toRequirements = (requirements: Stripe.Account.Requirements | undefined): AccountRequirements => {
  const deadline = requirements?.current_deadline ?? null
  return {
    due: requirements?.currently_due ?? [],
    pastDue: requirements?.past_due ?? [],
    inReview: requirements?.pending_verification ?? [],
    dueBy: deadline === null ? null : new Date(deadline * 1000),
    disabledReason: requirements?.disabled_reason ?? null,
    errors: (requirements?.errors ?? []).map(({ requirement, code, reason }) => ({ requirement, code, reason })),
  }
}

const toSchedule = (schedule: Stripe.Account.Settings.Payouts.Schedule | undefined): PayoutSchedule => {
  if (schedule?.interval === 'weekly')
    return { interval: 'weekly', weekday: (schedule.weekly_anchor ?? 'monday') as Weekday }
  if (schedule?.interval === 'monthly') return { interval: 'monthly', day: schedule.monthly_anchor ?? 1 }
  return { interval: schedule?.interval === 'daily' ? 'daily' : 'manual' }
}

const bankOf = (account: Stripe.Account): AccountView['bankAccount'] => {
  const bank = account.external_accounts?.data.find((external) => external.object === 'bank_account')
  return bank?.object === 'bank_account'
    ? { bankName: bank.bank_name, last4: bank.last4, currency: bank.currency.toUpperCase() }
    : null
}
