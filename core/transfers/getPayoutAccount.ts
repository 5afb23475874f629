import { type Currency, money, type Money } from '@mayago/kernel/money.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import { assertCanSee } from '../identity/access.ts'
import { providerRelation } from '../identity/providerRelation.ts'
import { placeOf } from '../identity/sealedFields.ts'
import type { AccountRequirements } from '../ports/paymentAccounts.ts'
import type { PayoutAccountView } from './payoutAccount.view.ts'
import type { ProviderIdInput } from './transfers.schema.ts'

interface AccountRow {
  id: string
  is_submitted: boolean
  can_receive: boolean
  can_be_paid_out: boolean
  requirements: AccountRequirements | null
  bank_sealed: string | null
}

/** How a provider stands with its money, as Stripe last said and our rows have it. Throws `not_found`. */
export const getPayoutAccount = async (ctx: Ctx, { providerId }: ProviderIdInput): Promise<PayoutAccountView> => {
  assertCanSee(ctx, 'payout.read', await providerRelation(ctx, providerId), { what: 'provider', id: providerId })
  const account = await queryRow<AccountRow>(
    ctx.em,
    `select id, is_submitted, can_receive, can_be_paid_out, requirements, bank_sealed
     from provider_accounts where provider_id = $1`,
    [providerId],
  )
  const unsent = await queryRows<{ kind: string; currency: Currency; minor: string }>(
    ctx.em,
    `select kind, currency, sum(amount_minor) as minor from transfers
     where provider_id = $1 and state <> 'sent' group by kind, currency order by currency`,
    [providerId],
  )
  const sumsOf = (kind: 'transfer' | 'reversal'): Money[] =>
    unsent.filter((row) => row.kind === kind).map(({ minor, currency }) => money(Number(minor), currency))
  return {
    state: stateOf(account),
    canBePaidOut: account?.can_be_paid_out ?? false,
    requirements: account?.requirements ?? null,
    bankAccount: bankOf(ctx, account),
    waiting: sumsOf('transfer'),
    owed: sumsOf('reversal'),
  }
}

const stateOf = (account: AccountRow | null): PayoutAccountView['state'] => {
  if (account === null) return 'none'
  if (account.can_receive) return 'ready'
  return account.is_submitted ? 'restricted' : 'open'
}

const bankOf = (ctx: Ctx, account: AccountRow | null): PayoutAccountView['bankAccount'] =>
  account === null || account.bank_sealed === null
    ? null
    : (JSON.parse(
        ctx.services.sealer.open(placeOf('provider_accounts', 'bank_sealed', account.id), account.bank_sealed),
      ) as PayoutAccountView['bankAccount'])
