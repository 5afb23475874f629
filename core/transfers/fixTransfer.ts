import { type Currency, money, type Money } from '@mayago/kernel/money.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import { fixReversal } from './fixReversal.ts'

/** What Stripe is asked for, exactly, however often: it stands in our row before. */
export interface FixedTransfer {
  id: string
  kind: 'transfer' | 'reversal'
  providerId: string
  bookingId: string
  localDate: string
  amount: Money
  attempt: number
  accountId: string
  chargeId: string | null
  /** Of a reversal: Stripe's id of the transfer that it takes from. */
  fromStripeId: string
  /** May have reached Stripe before, perhaps longer ago than Stripe remembers keys. */
  tried: boolean
}

/**
 * Fixes what is to be asked of Stripe, and answers it; null when it is done or has to wait, which its row then says. After
 * this only Stripe's no opens it again. MONEY-2.
 */
export const fixTransfer = async (ctx: Ctx, transferId: string): Promise<FixedTransfer | null> => {
  const row = await queryRow<{ kind: FixedTransfer['kind']; state: string }>(
    ctx.em,
    'select kind, state from transfers where id = $1',
    [transferId],
  )
  if (row?.state === 'planned') {
    if (row.kind === 'transfer') await fixOutward(ctx, transferId)
    else await fixReversal(ctx, transferId)
  }
  return readFixed(ctx, transferId)
}

/** A transfer waits for an account that can receive, and takes from its booking's charge where there is only one. */
const fixOutward = async (ctx: Ctx, transferId: string): Promise<void> => {
  const charged = await queryRows<{ intent_id: string }>(
    ctx.em,
    `select y.intent_id from transfers t join payments y on y.booking_id = t.booking_id
     where t.id = $1 and y.state = 'captured' and y.amount_minor > 0
       and exists (select from provider_accounts a where a.provider_id = t.provider_id and a.can_receive)`,
    [transferId],
  )
  const [only, another] = charged
  const chargeId = only && !another ? (await ctx.ports.payments.getIntent(only.intent_id)).chargeId : null
  await queryRows(
    ctx.em,
    `update transfers t set
       state = case when a.can_receive then 'intent' else 'planned' end,
       waits_for = case when a.can_receive then null else 'account' end,
       account_id = case when a.can_receive then a.account_id end,
       charge_id = case when a.can_receive then $2 end,
       asked_at = case when a.can_receive then clock_timestamp() else t.asked_at end
     from transfers self left join provider_accounts a on a.provider_id = self.provider_id
     where t.id = $1 and self.id = t.id and t.state = 'planned'`,
    [transferId, chargeId],
  )
}

const readFixed = async (ctx: Ctx, transferId: string): Promise<FixedTransfer | null> => {
  const row = await queryRow<{
    kind: FixedTransfer['kind']
    provider_id: string
    booking_id: string
    local_date: string
    amount_minor: string
    currency: Currency
    attempt: number
    account_id: string | null
    charge_id: string | null
    from_stripe_id: string | null
    tried: boolean
  }>(
    ctx.em,
    `select t.kind, t.provider_id, t.booking_id, to_char(t.local_date, 'YYYY-MM-DD') as local_date, t.amount_minor,
       t.currency, t.attempt, t.account_id, t.charge_id, o.stripe_id as from_stripe_id,
       t.asked_at < clock_timestamp() - interval '1 hour' as tried
     from transfers t left join transfers o on o.id = t.of_transfer where t.id = $1 and t.state = 'intent'`,
    [transferId],
  )
  return (
    row && {
      id: transferId,
      kind: row.kind,
      providerId: row.provider_id,
      bookingId: row.booking_id,
      localDate: row.local_date,
      amount: money(Number(row.amount_minor), row.currency),
      attempt: row.attempt,
      accountId: row.account_id ?? '',
      chargeId: row.charge_id,
      fromStripeId: row.from_stripe_id ?? '',
      tried: row.tried,
    }
  )
}
