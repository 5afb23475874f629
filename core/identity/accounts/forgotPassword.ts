import { refuse } from '@mayago/kernel/errors.ts'
import type { UserId } from '@mayago/kernel/ids.ts'
import { LOCK_USER } from '@mayago/db/locks.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { recordAct } from '../../audit/index.ts'
import { inTransaction, type Ctx } from '../../context.ts'
import { assertCan } from '../access.ts'
import { assertGoodPassword } from '../passwords/password.rules.ts'
import { endSessions } from '../sessions/endSessions.ts'
import { markEnded } from '../sessions/sessionState.ts'
import type { ForgotPasswordInput, ResetPasswordInput } from './account.schema.ts'
import type { MailedView, PasswordSetView } from './account.view.ts'
import { getMailLink, takeMailLink } from './mailLinks.ts'
import { sealForJob } from './sealedJob.ts'
import { takeAccountLimit } from './takeAccountLimit.ts'

/** Has a link mailed with which a new password is set. Whether there is such an account is looked up when mailing. ACCOUNT-2. */
export const forgotPassword = async (ctx: Ctx, { email }: ForgotPasswordInput): Promise<MailedView> => {
  assertCan(ctx, 'account.signIn')
  await takeAccountLimit(ctx, 'reset', email)
  await inTransaction(ctx, (tx) =>
    tx.services.jobs.enqueue(tx.em, 'account.sendReset', {
      sealed: sealForJob(tx, 'account.sendReset', { email, locale: tx.locale }),
    }),
  )
  return { sentTo: email }
}

/** Sets the password by a mail's link, once, and ends every session. The mailbox is proven by it. PASSWORD-4. */
export const resetPassword = async (ctx: Ctx, { token, password }: ResetPasswordInput): Promise<PasswordSetView> => {
  assertCan(ctx, 'account.signIn')
  const { userId, email } = await getMailLink(ctx, token, ['reset'])
  const person = await queryRow<{ name: string }>(ctx.em, 'select name from users where id = $1', [userId])
  assertGoodPassword(password, { name: person?.name ?? '', email })
  const hash = await ctx.services.passwords.hash(password)
  const ended = await inTransaction(ctx, async (tx) => {
    // The account before the link: two links to one account would wait for each other.
    await queryRow(tx.em, LOCK_USER, [userId])
    await takeMailLink(tx, token, ['reset'])
    const set = await queryRow<{ id: UserId }>(
      tx.em,
      `update users set password_hash = $3, password_changed_at = $4,
         email_verified_at = coalesce(email_verified_at, $4)
       where id = $1 and email = $2 and erased_at is null returning id`,
      [userId, email, hash, tx.now],
    )
    if (set === null) throw refuse('link_expired', {})
    await noteNewPassword(tx, set.id)
    return endSessions(tx, { userId: set.id }, 'password_changed')
  })
  await markEnded(ctx, ended)
  return { email }
}

/** Other links to set it are void with a new password; the person is told. */
export const noteNewPassword = async (tx: Ctx, userId: UserId): Promise<void> => {
  await queryRows(tx.em, "delete from mail_links where user_id = $1 and purpose = 'reset' and used_at is null", [
    userId,
  ])
  await recordAct(tx, 'account.passwordChanged', `user:${userId}`)
  await tx.services.jobs.enqueue(tx.em, 'account.sendPasswordChanged', { userId, at: tx.now.toISOString() })
}
