import type { SecondFactorMethod } from '@mayago/kernel/errors.ts'
import { queryRow } from '@mayago/db/sql.ts'
import type { Ctx } from '../../context.ts'

/** The second factors an account has; empty when it has none. Recovery codes only stand in for another. */
export const listMethods = async (ctx: Ctx, userId: string): Promise<SecondFactorMethod[]> => {
  const row = await queryRow<Record<SecondFactorMethod, boolean>>(
    ctx.em,
    `select exists (select 1 from passkeys where user_id = $1) as passkey,
       exists (select 1 from totp_factors where user_id = $1 and confirmed_at is not null) as totp,
       exists (select 1 from sms_factors where user_id = $1 and confirmed_at is not null) as sms,
       exists (select 1 from recovery_codes where user_id = $1 and used_at is null) as recovery_code`,
    [userId],
  )
  const has = (method: SecondFactorMethod): boolean => row?.[method] === true
  const factors = (['passkey', 'totp', 'sms'] as const).filter(has)
  return factors.length > 0 && has('recovery_code') ? [...factors, 'recovery_code'] : factors
}
