import { queryRows } from '@mayago/db/sql.ts'
import { attempt } from '../attempt.ts'
import type { Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import { refreshAccount } from './refreshAccount.ts'
import { sendTransfer } from './sendTransfer.ts'

const A_ROUND = 50

/**
 * Sends what its job did not, a quarter of an hour later, and asks after accounts for which money waits, an hour after the
 * last time. Answers how many there were. MONEY-2.
 */
export const finishTransfers = async (ctx: Ctx): Promise<number> => {
  assertCan(ctx, 'house.keep')
  const accounts = await queryRows<{ provider_id: string }>(
    ctx.em,
    `select provider_id from provider_accounts a
     where account_id is not null and not can_receive
       and coalesce(asked_at, created_at) < clock_timestamp() - interval '1 hour'
       and exists (select from transfers t where t.provider_id = a.provider_id and t.waits_for = 'account')
     order by random() limit ${A_ROUND}`,
  )
  const transfers = await queryRows<{ id: string }>(
    ctx.em,
    `select id from transfers t
     where state <> 'sent' and coalesce(asked_at, created_at) < clock_timestamp() - interval '15 minutes'
       and (waits_for is distinct from 'account'
         or exists (select from provider_accounts a where a.provider_id = t.provider_id and a.can_receive))
     order by random() limit ${A_ROUND}`,
  )
  for (const { provider_id: providerId } of accounts)
    await attempt(ctx, { providerId }, () => refreshAccount(ctx, { providerId }))
  for (const { id } of transfers) await attempt(ctx, { transferId: id }, () => sendTransfer(ctx, { transferId: id }))
  return accounts.length + transfers.length
}
