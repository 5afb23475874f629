import { inTransaction, type Ctx } from '../../context.ts'
import { digest, newSecret } from '../tokens/secretToken.ts'
import type { RegisteredView } from './account.view.ts'
import type { Identity } from './makeAccount.ts'
import { sealForJob } from './sealedJob.ts'
import { takeAccountLimit } from './takeAccountLimit.ts'

/**
 * Begins an account for who signs in by an issuer that does not vouch for their address: the mailbox has to. Whether
 * the address has an account is looked up when mailing. ACCOUNT-1, ACCOUNT-2.
 */
export const registerIdentity = async (
  ctx: Ctx,
  { identity, email, name }: { identity: Identity; email: string; name: string },
): Promise<RegisteredView> => {
  await takeAccountLimit(ctx, 'reset', email)
  const registration = newSecret()
  const registrationHash = digest(registration).toString('base64url')
  const pending = { name, locale: ctx.locale, passwordHash: null, registrationHash, identity }
  await inTransaction(ctx, (tx) =>
    tx.services.jobs.enqueue(tx.em, 'account.sendRegistration', {
      sealed: sealForJob(tx, 'account.sendRegistration', { email, pending }),
    }),
  )
  return { sentTo: email, registration }
}
