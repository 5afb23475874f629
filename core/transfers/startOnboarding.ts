import { assert } from '@mayago/kernel/assert.ts'
import { refuse } from '@mayago/kernel/errors.ts'
import { newId } from '@mayago/kernel/ids.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { recordAct } from '../audit/index.ts'
import { inTransaction, type Ctx } from '../context.ts'
import { assertCanSee } from '../identity/access.ts'
import { providerRelation } from '../identity/providerRelation.ts'
import { keepAccount } from './refreshAccount.ts'
import type { StartOnboardingInput } from './transfers.schema.ts'

/**
 * The way to Stripe's pages on which a provider says who it is and where its bank is, to be followed at once. The first
 * call makes the account: our row, then Stripe, then its answer. Repeatable; the country of the first call stands.
 * MONEY-2. Throws `not_found`, `payments_unavailable`.
 */
export const startOnboarding = async (
  ctx: Ctx,
  { providerId, country, returnUrl, refreshUrl }: StartOnboardingInput,
): Promise<{ url: string; expiresAt: Date }> => {
  assertCanSee(ctx, 'payout.setUp', await providerRelation(ctx, providerId), { what: 'provider', id: providerId })
  const accountId = await openAccount(ctx, providerId, country)
  return ctx.ports.payments.accounts.createOnboardingLink({
    accountId,
    returnUrl,
    refreshUrl,
    // A link works once, so each call is a new one.
    idempotencyKey: `onboarding-${newId(ctx.now.getTime())}`,
  })
}

interface AskedAccount {
  id: string
  account_id: string | null
  country: string
  email: string
  business_name: string
}

/** What is asked for stays in our row, for Stripe refuses a key that comes back with another body. */
const openAccount = async (ctx: Ctx, providerId: string, country: string): Promise<string> => {
  await inTransaction(ctx, async (tx) => {
    const fresh = await queryRow(
      tx.em,
      `insert into provider_accounts (id, provider_id, country, email, business_name)
       select $1, p.id, $3, p.email, p.name from providers p where p.id = $2
       on conflict (provider_id) do nothing returning 1`,
      [newId(tx.now.getTime()), providerId, country],
    )
    if (fresh) await recordAct(tx, 'provider.onboardingStarted', `provider:${providerId}`)
  })
  const asked = await queryRow<AskedAccount>(
    ctx.em,
    'select id, account_id, country, email, business_name from provider_accounts where provider_id = $1',
    [providerId],
  )
  if (!asked) throw refuse('not_found', { what: 'provider' })
  if (asked.account_id !== null) return asked.account_id
  const [now] = await queryRows<{ at: string }>(ctx.em, 'select clock_timestamp()::text as at')
  assert(now, 'the database has a clock')
  const account = await ctx.ports.payments.accounts.create({
    country: asked.country,
    email: asked.email,
    businessName: asked.business_name,
    metadata: { providerId },
    idempotencyKey: `account-${asked.id}`,
  })
  await queryRows(
    ctx.em,
    'update provider_accounts set account_id = $2 where provider_id = $1 and account_id is null',
    [providerId, account.id],
  )
  await keepAccount(ctx, account, now.at)
  return account.id
}
