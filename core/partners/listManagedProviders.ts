import { queryRows } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import { PROVIDER_ROLES } from '../identity/apiKeys/keyState.ts'
import { userIdOf } from './partnerAccount.ts'

/** The providers for which this account may make keys and webhooks, by name. */
export const listManagedProviders = async (ctx: Ctx): Promise<{ id: string; name: string }[]> => {
  assertCan(ctx, 'apiKey.read')
  return queryRows(
    ctx.em,
    `select p.id, p.name from provider_members m join providers p on p.id = m.provider_id
     where m.user_id = $1 and m.role in ${PROVIDER_ROLES} order by p.name, p.id limit 100`,
    [userIdOf(ctx)],
  )
}
