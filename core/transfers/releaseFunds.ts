import { LOCK_PAYMENTS } from '@mayago/db/locks.ts'
import { type Currency, money } from '@mayago/kernel/money.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { inTransaction, type Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import { fundsReleased, postEntry, splitSale } from '../ledger/index.ts'
import { planTransfer } from './planTransfer.ts'

const A_ROUND = 100

interface DueRow {
  id: string
  local_date: string
  payment_ids: string[] | null
}

/**
 * Gives what was held for a booking to its provider and the house, once its departure has ended and the time to dispute
 * it is over, and writes down the transfer of the provider's share. Answers how many bookings there were. MONEY-1, MONEY-2.
 */
export const releaseFunds = async (ctx: Ctx): Promise<number> => {
  assertCan(ctx, 'house.keep')
  const due = await queryRows<DueRow>(ctx.em, FIND_DUE, [A_ROUND])
  for (const booking of due) {
    try {
      await inTransaction(ctx, (tx) => release(tx, booking))
    } catch (error) {
      // Drawn at random, so that one that cannot be released never keeps the others waiting; it comes again.
      ctx.ports.log.warn({ bookingId: booking.id, error: String(error) }, 'held funds could not be released')
    }
  }
  return due.length
}

/**
 * Two days are what zones and the hours of an evening can make of a date. The limit of one has each departure looked up
 * by its key: there are few bookings here, whatever the planner thinks.
 */
const FIND_DUE = `
  select b.id, to_char(b.local_date, 'YYYY-MM-DD') as local_date,
    (select array_agg(y.id) from payments y where y.booking_id = b.id) as payment_ids
  from bookings b join providers p on p.id = b.provider_id
    cross join lateral (select ends_at from departures where id = b.departure_id limit 1) as d
  where b.confirmed_at is not null and b.funds_released_at is null and b.local_date <= seat_now()::date + 2
    and d.ends_at + make_interval(hours => p.dispute_buffer_hours) <= seat_now()
  order by random() limit $1`

/** Under the payments' lock, so that no refund is planned from what is being released. */
const release = async (ctx: Ctx, { id, local_date: localDate, payment_ids: paymentIds }: DueRow): Promise<void> => {
  await queryRows(ctx.em, LOCK_PAYMENTS, [paymentIds ?? []])
  const booking = await queryRow<{ provider_id: string; commission_percent: number; currency: Currency }>(
    ctx.em,
    `update bookings set funds_released_at = clock_timestamp()
     where id = $1 and local_date = $2 and funds_released_at is null
     returning provider_id, commission_percent, currency`,
    [id, localDate],
  )
  if (!booking) return
  const held = await queryRow<{ minor: string }>(ctx.em, HELD, [id])
  const amount = money(Number(held?.minor ?? 0), booking.currency)
  if (amount.minor === 0) return
  const shares = splitSale(amount, booking.commission_percent)
  await postEntry(ctx, fundsReleased({ source: id, bookingId: id, localDate }, shares, booking.provider_id))
  await planTransfer(ctx, { bookingId: id, localDate, providerId: booking.provider_id, amount: shares.provider })
}

const HELD = `
  select -coalesce(sum(l.amount_minor), 0) as minor
  from ledger_entries e join ledger_lines l on l.entry_id = e.id join ledger_accounts a on a.id = l.account_id
  where e.booking_id = $1 and a.kind = 'held_funds'`
