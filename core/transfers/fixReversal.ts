import { LOCK_TRANSFER } from '@mayago/db/locks.ts'
import { newId } from '@mayago/kernel/ids.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { inTransaction, type Ctx } from '../context.ts'

interface ReversalRow {
  booking_id: string
  provider_id: string
  currency: string
  amount_minor: string
  attempt: number
}

/**
 * Fixes what a reversal takes, and from which transfer: its own booking's first. When the provider no longer has that
 * money, it is a debt, which later transfers to the provider pay: as much as the newest has left, and the rest stays owed.
 */
export const fixReversal = (ctx: Ctx, reversalId: string): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    await queryRows(tx.em, LOCK_TRANSFER, [reversalId])
    const row = await queryRow<ReversalRow>(
      tx.em,
      `select booking_id, provider_id, currency, amount_minor, attempt from transfers where id = $1 and state = 'planned'`,
      [reversalId],
    )
    const source = row && (await lockSource(tx, row))
    if (!row || !source) return
    const asked = Number(row.amount_minor)
    const taken = Math.min(asked, source.left)
    if (taken === 0)
      return void (await queryRows(
        tx.em,
        `update transfers set attempt = attempt + 1, waits_for = 'balance' where id = $1`,
        [reversalId],
      ))
    if (taken < asked) await queryRows(tx.em, KEEP_REST, [reversalId, newId(tx.now.getTime()), asked - taken])
    await queryRows(
      tx.em,
      `update transfers set state = 'intent', amount_minor = $2, of_transfer = $3, waits_for = null,
         asked_at = clock_timestamp()
       where id = $1`,
      [reversalId, taken, source.id],
    )
  })

/** The transfer to take from, locked, and what it has left; null while there is none. */
const lockSource = async (tx: Ctx, row: ReversalRow): Promise<{ id: string; left: number } | null> => {
  const source =
    row.attempt === 1
      ? await queryRow<{ id: string }>(tx.em, FIND_OWN, [row.booking_id])
      : await queryRow<{ id: string }>(tx.em, FIND_NEWEST, [row.provider_id, row.currency])
  if (!source) return null
  await queryRows(tx.em, LOCK_TRANSFER, [source.id])
  const left = await queryRow<{ minor: string }>(
    tx.em,
    `select t.amount_minor - (select coalesce(sum(amount_minor), 0) from transfers where of_transfer = t.id) as minor
     from transfers t where t.id = $1`,
    [source.id],
  )
  return { id: source.id, left: Number(left?.minor ?? 0) }
}

const FIND_OWN = `select id from transfers where booking_id = $1 and kind = 'transfer' and state = 'sent'`
const FIND_NEWEST = `
  select t.id from transfers t
  where t.provider_id = $1 and t.currency = $2 and t.kind = 'transfer' and t.state = 'sent'
    and t.amount_minor > (select coalesce(sum(amount_minor), 0) from transfers where of_transfer = t.id)
  order by t.sent_at desc, t.id desc limit 1`
const KEEP_REST = `
  insert into transfers (id, kind, provider_id, booking_id, local_date, refund_id, amount_minor, currency, attempt,
    waits_for)
  select $2, kind, provider_id, booking_id, local_date, refund_id, $3, currency, attempt + 1, 'balance'
  from transfers where id = $1`
