import { inTransaction, type Ctx } from '../../context.ts'
import { assertCan } from '../access.ts'
import { assertGoodPassword } from '../passwords/password.rules.ts'
import { digest, newSecret } from '../tokens/secretToken.ts'
import type { RegisterInput } from './account.schema.ts'
import type { RegisteredView } from './account.view.ts'
import { sealForJob } from './sealedJob.ts'
import { takeAccountLimit } from './takeAccountLimit.ts'

/**
 * Begins an account: nothing exists until the mailbox is proven. Known or not, an address is answered the same after
 * the same work; what the mail says is decided when it is sent. ACCOUNT-1, ACCOUNT-2.
 */
export const registerAccount = async (ctx: Ctx, input: RegisterInput): Promise<RegisteredView> => {
  assertCan(ctx, 'account.register')
  const { name, email, password, locale = ctx.locale } = input
  assertGoodPassword(password, { name, email })
  await takeAccountLimit(ctx, 'reset', email)
  const passwordHash = await ctx.services.passwords.hash(password)
  const registration = newSecret()
  const pending = { name, locale, passwordHash, registrationHash: digest(registration).toString('base64url') }
  await inTransaction(ctx, (tx) =>
    tx.services.jobs.enqueue(tx.em, 'account.sendRegistration', {
      sealed: sealForJob(tx, 'account.sendRegistration', { email, pending }),
    }),
  )
  return { sentTo: email, registration }
}
