import { queryRows } from '@mayago/db/sql.ts'
import { recordAct } from '../../audit/index.ts'
import { inTransaction, type Ctx } from '../../context.ts'
import { placeOf } from '../sealedFields.ts'
import type { ChangeProfileInput } from './account.schema.ts'
import type { AccountView } from './account.view.ts'
import { getMe } from './getMe.ts'
import { ownAccount } from './ownAccount.ts'

/** Changes one's name, language and phone; what is left out stays. The phone is sealed. */
export const changeProfile = async (ctx: Ctx, input: ChangeProfileInput): Promise<AccountView> => {
  const { userId } = ownAccount(ctx, 'account.change')
  const { name, locale, phone } = input
  const sealed = phone ? ctx.services.sealer.seal(placeOf('users', 'phone_sealed', userId), phone) : null
  await inTransaction(ctx, async (tx) => {
    await queryRows(
      tx.em,
      `update users set name = coalesce($2, name), locale = coalesce($3, locale),
         phone_sealed = case when $4 then $5 else phone_sealed end
       where id = $1`,
      [userId, name ?? null, locale ?? null, phone !== undefined, sealed],
    )
    await recordAct(tx, 'account.changed', `user:${userId}`, { parts: Object.keys(input) })
  })
  return getMe(ctx)
}
