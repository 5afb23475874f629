import { queryRow } from '@mayago/db/sql.ts'
import type { Ctx } from '../../context.ts'

/** The confirmed number of an account, opened; null for none. */
export const findPhone = async (ctx: Ctx, userId: string): Promise<string | null> => {
  const row = await queryRow<{ phone_sealed: string }>(
    ctx.em,
    'select phone_sealed from sms_factors where user_id = $1 and confirmed_at is not null',
    [userId],
  )
  return row ? ctx.services.sealer.open(placeOf(userId), row.phone_sealed) : null
}

export const placeOf = (userId: string): string => `sms_factors.phone_sealed:${userId}`
export const endOf = (phone: string): string => phone.slice(-2)
