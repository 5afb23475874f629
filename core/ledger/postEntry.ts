import { newId } from '@mayago/kernel/ids.ts'
import { prepared } from '@mayago/db/preparedClient.ts'
import { queryRow } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import type { Entry } from './entries.ts'

/**
 * Writes an entry in the caller's transaction, beside the row that says the same. Answers false, with nothing written,
 * when the fact was posted before. An entry that does not balance ends the transaction at its commit. MONEY-1, MONEY-2.
 */
export const postEntry = async (ctx: Ctx, entry: Entry): Promise<boolean> => {
  const lines = entry.lines.filter(({ amount }) => amount.minor !== 0)
  const posted = await queryRow(ctx.em, POST, [
    newId(ctx.now.getTime()),
    entry.kind,
    entry.source,
    entry.bookingId,
    entry.localDate,
    lines.map(({ account }) => account),
    lines.map(({ amount }) => amount.currency),
    lines.map(({ providerId }) => providerId),
    lines.map(({ amount }) => amount.minor),
  ])
  return posted !== null
}

const POST = prepared(
  `with entry as (
     insert into ledger_entries (id, kind, source, booking_id, local_date) values ($1, $2, $3, $4, $5)
     on conflict (source, kind) do nothing returning id),
   lines as (
     insert into ledger_lines (entry_id, account_id, amount_minor)
     select entry.id, ledger_account(account, currency, provider_id), amount
     from entry, unnest($6::text[], $7::text[], $8::uuid[], $9::bigint[]) as l(account, currency, provider_id, amount))
   select 1 from entry`,
)
