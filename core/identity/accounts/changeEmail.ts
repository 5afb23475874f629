import { inTransaction, type Ctx } from '../../context.ts'
import type { ChangeEmailInput } from './account.schema.ts'
import type { MailedView } from './account.view.ts'
import { provenAgain } from './confirmIdentity.ts'
import { ownAccount } from './ownAccount.ts'
import { sealForJob } from './sealedJob.ts'
import { takeAccountLimit } from './takeAccountLimit.ts'

/**
 * Mails a link to the new address, which becomes the account's when it is opened, and word of it to the present one.
 * Whether the new one is another account's is looked up when mailing. ACCOUNT-2, ACCOUNT-3.
 */
export const changeEmail = async (ctx: Ctx, { email, password }: ChangeEmailInput): Promise<MailedView> => {
  const actor = ownAccount(ctx, 'account.change')
  const proven = await provenAgain(ctx, actor, password)
  const { userId } = ownAccount(proven, 'account.secure')
  await takeAccountLimit(ctx, 'reset', userId)
  await inTransaction(ctx, (tx) =>
    tx.services.jobs.enqueue(tx.em, 'account.sendEmailChange', {
      userId,
      sealed: sealForJob(tx, 'account.sendEmailChange', { email }),
    }),
  )
  return { sentTo: email }
}

/** Mails the link that verifies one's address again. */
export const resendVerification = async (ctx: Ctx): Promise<Record<string, never>> => {
  const { userId, session } = ownAccount(ctx, 'account.change')
  if (session.emailVerified) return {}
  await takeAccountLimit(ctx, 'reset', userId)
  await inTransaction(ctx, (tx) => tx.services.jobs.enqueue(tx.em, 'account.sendVerification', { userId }))
  return {}
}
