import { queryRows } from '@mayago/db/sql.ts'
import type { Ctx } from '../../context.ts'

/** Forgets deliveries that ended more than thirty days ago, with their attempts. */
export const pruneDeliveries = async (ctx: Ctx): Promise<void> => {
  await queryRows(
    ctx.em,
    `delete from webhook_deliveries where state <> 'pending' and created_at < $1::timestamptz - interval '30 days'`,
    [ctx.now],
  )
}
