import { queryRow } from '@mayago/db/sql.ts'
import type { Ctx } from '../../context.ts'

/** How many second factors an account has; recovery codes only stand in for one. */
export const countFactors = async (ctx: Ctx, userId: string): Promise<number> => {
  const row = await queryRow<{ factors: number }>(
    ctx.em,
    `select (select count(*)::int from totp_factors where user_id = $1 and confirmed_at is not null)
       + (select count(*)::int from sms_factors where user_id = $1 and confirmed_at is not null)
       + (select count(*)::int from passkeys where user_id = $1) as factors`,
    [userId],
  )
  return row?.factors ?? 0
}
