import { refuse } from '@mayago/kernel/errors.ts'
import { queryRow, toDate } from '@mayago/db/sql.ts'
import type { Ctx, Locale } from '../../context.ts'
import type { PlatformRole } from '../actor.ts'
import { placeOf } from '../sealedFields.ts'
import { listMethods } from '../factors/listMethods.ts'
import type { AccountView } from './account.view.ts'
import { ownAccount } from './ownAccount.ts'

interface UserRow {
  id: string
  email: string
  email_verified: boolean
  name: string
  locale: string
  phone_sealed: string | null
  role: PlatformRole
  has_password: boolean
  created_at: string
}

/** One's own account. Throws `sign_in_required`. */
export const getMe = async (ctx: Ctx): Promise<AccountView> => {
  const { userId } = ownAccount(ctx, 'account.read')
  const row = await queryRow<UserRow>(
    ctx.em,
    `select id, email, email_verified_at is not null as email_verified, name, locale, phone_sealed, role,
       password_hash is not null as has_password, created_at
     from users where id = $1 and erased_at is null`,
    [userId],
  )
  if (row === null) throw refuse('not_found', { what: 'account' })
  return {
    id: row.id,
    email: row.email,
    emailVerified: row.email_verified,
    name: row.name,
    locale: row.locale === 'es' ? ('es' satisfies Locale) : 'en',
    phone:
      row.phone_sealed === null
        ? null
        : ctx.services.sealer.open(placeOf('users', 'phone_sealed', row.id), row.phone_sealed),
    role: row.role,
    hasPassword: row.has_password,
    secondFactors: await listMethods(ctx, row.id),
    createdAt: toDate(row.created_at).toISOString(),
  }
}
