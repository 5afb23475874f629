import { refuse } from '@mayago/kernel/errors.ts'
import { LOCK_USER } from '@mayago/db/locks.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { inTransaction, type Ctx } from '../../context.ts'
import { assertGoodPassword } from '../passwords/password.rules.ts'
import { endSessions } from '../sessions/endSessions.ts'
import { markEnded } from '../sessions/sessionState.ts'
import type { ChangePasswordInput } from './account.schema.ts'
import { provenAgain } from './confirmIdentity.ts'
import { noteNewPassword } from './forgotPassword.ts'
import { ownAccount } from './ownAccount.ts'

/**
 * Sets a new password and ends all other sessions. Asks for the present one, or a sign-in a moment ago: throws
 * `sign_in_again`, `wrong_credentials`, `password_refused`. PASSWORD-4.
 */
export const changePassword = async (ctx: Ctx, input: ChangePasswordInput): Promise<Record<string, never>> => {
  const actor = ownAccount(ctx, 'account.change')
  const proven = await provenAgain(ctx, actor, input.currentPassword)
  const { userId, session } = ownAccount(proven, 'account.secure')
  const person = await queryRow<{ name: string; email: string }>(
    ctx.em,
    'select name, email from users where id = $1 and erased_at is null',
    [userId],
  )
  if (person === null) throw refuse('not_found', { what: 'account' })
  assertGoodPassword(input.newPassword, person)
  const hash = await ctx.services.passwords.hash(input.newPassword)
  const ended = await inTransaction(ctx, async (tx) => {
    await queryRow(tx.em, LOCK_USER, [userId])
    await queryRows(tx.em, 'update users set password_hash = $2, password_changed_at = $3 where id = $1', [
      userId,
      hash,
      tx.now,
    ])
    await noteNewPassword(tx, userId)
    return endSessions(tx, { userId, except: session.sessionId }, 'password_changed')
  })
  await markEnded(ctx, ended)
  return {}
}
