import { refuse } from '@mayago/kernel/errors.ts'
import { LOCK_USER } from '@mayago/db/locks.ts'
import { queryRow, queryRows, toDate } from '@mayago/db/sql.ts'
import { recordAct } from '../../audit/index.ts'
import { inTransaction, type Ctx } from '../../context.ts'
import type { IssuerName } from '../../ports/issuers.ts'
import { ownAccount } from '../accounts/ownAccount.ts'
import { listIssuers } from './beginIssuerSignIn.ts'
import type { UnlinkInput } from './federation.schema.ts'
import type { ConnectionsView } from './federation.view.ts'

interface IdentityRow {
  issuer: IssuerName
  email: string | null
  linked_at: string
  last_used_at: string
}

/** By which issuers one signs in, and by which one could. */
export const listConnections = async (ctx: Ctx): Promise<ConnectionsView> => {
  const { userId } = ownAccount(ctx, 'account.read')
  const rows = await queryRows<IdentityRow>(
    ctx.em,
    'select issuer, email, linked_at, last_used_at from social_identities where user_id = $1 order by issuer limit 10',
    [userId],
  )
  return {
    items: rows.map((row) => ({
      issuer: row.issuer,
      email: row.email,
      linkedAt: toDate(row.linked_at).toISOString(),
      lastUsedAt: toDate(row.last_used_at).toISOString(),
    })),
    available: listIssuers(ctx).filter((issuer) => !rows.some((row) => row.issuer === issuer)),
  }
}

/** Takes an issuer off one's account. Throws `last_way_in` when there is no other way to sign in. FEDERATION-6. */
export const unlinkIssuer = async (ctx: Ctx, { issuer }: UnlinkInput): Promise<Record<string, never>> => {
  const { userId } = ownAccount(ctx, 'account.secure')
  await inTransaction(ctx, async (tx) => {
    await queryRow(tx.em, LOCK_USER, [userId])
    const [gone] = await queryRows(
      tx.em,
      'delete from social_identities where user_id = $1 and issuer = $2 returning 1',
      [userId, issuer],
    )
    if (gone === undefined) throw refuse('not_found', { what: 'connection' })
    const left = await queryRow(
      tx.em,
      `select 1 from users where id = $1 and (password_hash is not null
         or exists (select 1 from social_identities where user_id = $1)
         or exists (select 1 from passkeys where user_id = $1))`,
      [userId],
    )
    if (left === null) throw refuse('last_way_in', {})
    await recordAct(tx, 'identity.unlinked', `user:${userId}`, { issuer })
  })
  return {}
}
