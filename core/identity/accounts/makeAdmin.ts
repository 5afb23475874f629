import { refuse } from '@mayago/kernel/errors.ts'
import { newId, type UserId } from '@mayago/kernel/ids.ts'
import { LOCK_EMAIL } from '@mayago/db/locks.ts'
import { queryRow } from '@mayago/db/sql.ts'
import { recordAct } from '../../audit/index.ts'
import { inTransaction, type Ctx } from '../../context.ts'
import { endSessions } from '../sessions/endSessions.ts'
import { markEnded } from '../sessions/sessionState.ts'
import { issueMailLink } from './mailLinks.ts'

/**
 * Makes somebody an admin, with an account if they have none, and answers the token of the link that sets their
 * password. For the one who runs the house, by command: no door leads here.
 */
export const makeAdmin = async (ctx: Ctx, { email, name }: { email: string; name: string }): Promise<string> => {
  if (ctx.actor.kind !== 'system') throw refuse('not_allowed', { action: 'user.changeRole' })
  const { token, ended } = await inTransaction(ctx, async (tx) => {
    await queryRow(tx.em, LOCK_EMAIL, [email])
    const user = await queryRow<{ id: UserId }>(
      tx.em,
      `insert into users (id, email, name, locale, created_at, email_verified_at, role) values ($1, $2, $3, 'en', $4, $4, 'admin')
       on conflict (email) do update set role = 'admin' returning id`,
      [newId<'user'>(tx.now.getTime()), email, name, tx.now],
    )
    if (user === null) throw refuse('not_found', { what: 'account' })
    await recordAct(tx, 'user.roleChanged', `user:${user.id}`, { role: 'admin' })
    const ended = await endSessions(tx, { userId: user.id }, 'role_changed')
    return { token: await issueMailLink(tx, { purpose: 'reset', email, userId: user.id }), ended }
  })
  await markEnded(ctx, ended)
  return token
}
