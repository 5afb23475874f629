import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { inTransaction, type Ctx } from '../context.ts'
import { assertCanSee } from '../identity/access.ts'
import { providerRelation } from '../identity/providerRelation.ts'
import { placeOf } from '../identity/sealedFields.ts'
import type { AccountView } from '../ports/paymentAccounts.ts'
import type { ProviderIdInput } from './transfers.schema.ts'

/**
 * Asks Stripe how a provider's account stands and keeps the answer; money that waited for it goes. For who comes back from
 * the onboarding pages, webhooks, and rounds. Throws `not_found`, `payments_unavailable`.
 */
export const refreshAccount = async (ctx: Ctx, { providerId }: ProviderIdInput): Promise<void> => {
  assertCanSee(ctx, 'payout.read', await providerRelation(ctx, providerId), { what: 'provider', id: providerId })
  const asked = await queryRow<{ account_id: string; at: string }>(
    ctx.em,
    `select account_id, clock_timestamp()::text as at from provider_accounts
     where provider_id = $1 and account_id is not null`,
    [providerId],
  )
  if (asked) await keepAccount(ctx, await ctx.ports.payments.accounts.get(asked.account_id), asked.at)
}

/**
 * Keeps what Stripe said of an account when asked at `askedAt`, unless something newer is known. What it says of the bank
 * is sealed.
 */
export const keepAccount = (ctx: Ctx, account: AccountView, askedAt: string): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const { requirements } = account
    const own = await queryRow<{ id: string }>(tx.em, 'select id from provider_accounts where account_id = $1', [
      account.id,
    ])
    if (!own) return
    const kept = await queryRow<{ provider_id: string }>(
      tx.em,
      `update provider_accounts set is_submitted = $2, can_receive = $3, can_be_paid_out = $4, requirements = $5,
         bank_sealed = $6, asked_at = $7
       where id = $1 and (asked_at is null or asked_at <= $7) returning provider_id`,
      [
        own.id,
        account.isSubmitted,
        account.canReceive,
        account.canBePaidOut,
        JSON.stringify(requirements),
        account.bankAccount === null
          ? null
          : tx.services.sealer.seal(
              placeOf('provider_accounts', 'bank_sealed', own.id),
              JSON.stringify(account.bankAccount),
            ),
        askedAt,
      ],
    )
    if (!kept || !account.canReceive) return
    const waiting = await queryRows<{ id: string }>(
      tx.em,
      `select id from transfers where provider_id = $1 and waits_for = 'account'`,
      [kept.provider_id],
    )
    for (const { id } of waiting) await tx.services.jobs.enqueue(tx.em, 'transfer.send', { transferId: id })
  })
