import { assert } from '@mayago/kernel/assert.ts'
import { queryRow, queryRows, toDate } from '@mayago/db/sql.ts'
import type { Ctx } from '../../context.ts'
import type { FactorsView, PasskeyView } from './factors.view.ts'
import { ownAccount } from '../accounts/ownAccount.ts'
import { endOf, placeOf } from './smsPhone.ts'

interface FactorsRow {
  is_staff: boolean
  totp_at: string | null
  sms_at: string | null
  phone_sealed: string | null
  codes_left: number
}
interface PasskeyRow {
  id: string
  name: string
  backed_up: boolean
  created_at: string
  last_used_at: string | null
}

/** The second factors of one's own account, without their secrets. */
export const getFactors = async (ctx: Ctx): Promise<FactorsView> => {
  const { userId } = ownAccount(ctx, 'account.read')
  const row = await queryRow<FactorsRow>(
    ctx.em,
    `select u.role <> 'traveler' as is_staff, t.confirmed_at as totp_at, s.confirmed_at as sms_at, s.phone_sealed,
       (select count(*)::int from recovery_codes r where r.user_id = u.id and r.used_at is null) as codes_left
     from users u
     left join totp_factors t on t.user_id = u.id and t.confirmed_at is not null
     left join sms_factors s on s.user_id = u.id and s.confirmed_at is not null
     where u.id = $1`,
    [userId],
  )
  assert(row !== null, 'the account exists')
  const passkeys = await queryRows<PasskeyRow>(
    ctx.em,
    `select id, name, backed_up, created_at, last_used_at from passkeys where user_id = $1
     order by created_at, id limit 20`,
    [userId],
  )
  return {
    totp: row.totp_at === null ? null : { addedAt: iso(row.totp_at) },
    passkeys: passkeys.map(toPasskeyView),
    sms:
      row.sms_at === null || row.phone_sealed === null
        ? null
        : { addedAt: iso(row.sms_at), phoneEnd: endOf(ctx.services.sealer.open(placeOf(userId), row.phone_sealed)) },
    recoveryCodesLeft: row.codes_left,
    required: row.is_staff,
  }
}

const toPasskeyView = (row: PasskeyRow): PasskeyView => ({
  id: row.id,
  name: row.name,
  backedUp: row.backed_up,
  createdAt: iso(row.created_at),
  lastUsedAt: row.last_used_at === null ? null : iso(row.last_used_at),
})

const iso = (text: string): string => toDate(text).toISOString()
