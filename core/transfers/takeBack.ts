import { newId } from '@mayago/kernel/ids.ts'
import { type Currency, money, subtract, type Money } from '@mayago/kernel/money.ts'
import { queryRow } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import { postEntry, refundPlanned, sharesTakenBack, splitSale } from '../ledger/index.ts'

interface PlannedRefund {
  refundId: string
  bookingId: string
  localDate: string
  amount: Money
}

/**
 * Posts a refund in the transaction that plans it: from what is held for the booking or, once that was shared, from each
 * side's share, and then the provider's part is to come back from where it went. The caller holds the payments' lock, so
 * that nothing is shared meanwhile. MONEY-1, MONEY-3.
 */
export const takeBack = async (ctx: Ctx, refund: PlannedRefund): Promise<void> => {
  const { refundId, bookingId, localDate, amount } = refund
  const about = { source: refundId, bookingId, localDate }
  const shared = await queryRow<{ provider_id: string; commission_percent: number; minor: string; currency: Currency }>(
    ctx.em,
    SHARED,
    [bookingId, localDate],
  )
  if (!shared) return void (await postEntry(ctx, refundPlanned(about, amount)))
  const percent = shared.commission_percent
  const left = money(Number(shared.minor), shared.currency)
  const [before, after] = [splitSale(left, percent), splitSale(subtract(left, amount), percent)]
  const provider = subtract(before.provider, after.provider)
  const commission = subtract(before.commission, after.commission)
  await postEntry(ctx, sharesTakenBack(about, { provider, commission }, shared.provider_id))
  if (provider.minor > 0) await planReturn(ctx, refund, shared.provider_id, provider)
}

/** What was shared of a booking and not taken back since; transfers are not counted, they change nothing of it. */
const SHARED = `
  select b.provider_id, b.commission_percent, b.currency,
    (select -coalesce(sum(l.amount_minor), 0)
     from ledger_entries e join ledger_lines l on l.entry_id = e.id join ledger_accounts a on a.id = l.account_id
     where e.booking_id = b.id and a.kind in ('provider_payable', 'commission')
       and e.kind not in ('transfer_sent', 'transfer_reversed')) as minor
  from bookings b where b.id = $1 and b.local_date = $2 and b.funds_released_at is not null`

/** A transfer that Stripe has not been asked for becomes less; of one that may have gone, the same comes back. */
const planReturn = async (ctx: Ctx, refund: PlannedRefund, providerId: string, amount: Money): Promise<void> => {
  const { refundId, bookingId, localDate } = refund
  const lessened = await queryRow(
    ctx.em,
    `with gone as (delete from transfers where booking_id = $1 and kind = 'transfer' and state = 'planned'
        and amount_minor = $2 and not exists (select from transfers where booking_id = $1 and kind = 'reversal')
        returning 1),
      less as (update transfers set amount_minor = amount_minor - $2
        where booking_id = $1 and kind = 'transfer' and state = 'planned' and amount_minor > $2 returning 1)
     select 1 from gone union all select 1 from less`,
    [bookingId, amount.minor],
  )
  if (lessened) return
  const planned = await queryRow<{ id: string }>(
    ctx.em,
    `insert into transfers (id, kind, provider_id, booking_id, local_date, refund_id, amount_minor, currency)
     select $1, 'reversal', $2, $3, $4, $5, $6, $7
     where exists (select from transfers where booking_id = $3 and kind = 'transfer') returning id`,
    [newId(ctx.now.getTime()), providerId, bookingId, localDate, refundId, amount.minor, amount.currency],
  )
  if (planned) await ctx.services.jobs.enqueue(ctx.em, 'transfer.send', { transferId: planned.id })
}
