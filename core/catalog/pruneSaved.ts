import { queryRows } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'

/** A guest's cookie is set once, before anything is saved, and lasts this long. */
export const GUEST_DAYS = 400

/** Forgets what guests saved whose browser can't know it any more. CATALOG-10. */
export const pruneSaved = async (ctx: Ctx): Promise<void> => {
  assertCan(ctx, 'house.keep')
  await queryRows(
    ctx.em,
    `delete from saved_experiences where owner like 'g:%' and saved_at < $1::timestamptz - make_interval(days => $2)`,
    [ctx.now, GUEST_DAYS],
  )
}
