import type { SessionId } from '@mayago/kernel/ids.ts'
import { queryRows } from '@mayago/db/sql.ts'
import type { Ctx } from '../../context.ts'

/** The sessions whose facts change with their user's. */
export const liveSessionIds = async (ctx: Ctx, userId: string): Promise<SessionId[]> => {
  const rows = await queryRows<{ id: SessionId }>(
    ctx.em,
    'select id from sessions where user_id = $1 and ended_at is null',
    [userId],
  )
  return rows.map(({ id }) => id)
}
