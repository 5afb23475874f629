import { refuse } from '@mayago/kernel/errors.ts'
import type { UserId } from '@mayago/kernel/ids.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import type { Ctx } from '../../context.ts'
import { assertCan } from '../access.ts'
import type { SignInInput } from '../accounts/account.schema.ts'
import { takeAccountLimit } from '../accounts/takeAccountLimit.ts'
import { canBePassword } from '../passwords/password.rules.ts'
import { finishSignIn } from './finishSignIn.ts'
import type { Channel, SignedIn } from './openSession.ts'

interface AccountRow {
  id: UserId
  password_hash: string | null
}

/**
 * Signs in by password. A wrong one and an unknown address are answered the same after one hash each. Throws
 * `second_factor_required` with a challenge when that is what is left to show. ACCOUNT-2, PASSWORD-1, SESSION-1.
 */
export const signIn = async (
  ctx: Ctx,
  { email, password, channel }: SignInInput & { channel: Channel },
): Promise<SignedIn> => {
  assertCan(ctx, 'account.signIn')
  await takeAccountLimit(ctx, 'signIn', email)
  if (!canBePassword(password)) throw refuse('wrong_credentials', {})
  const account = await queryRow<AccountRow>(
    ctx.em,
    'select id, password_hash from users where email = $1 and erased_at is null',
    [email],
  )
  const hash = account?.password_hash ?? null
  const matches = await ctx.services.passwords.verify(hash, password)
  if (!matches || account === null || hash === null) {
    ctx.ports.log.info({ userId: account?.id ?? null, requestId: ctx.requestId }, 'a sign-in was refused')
    throw refuse('wrong_credentials', {})
  }
  await rehashOutdated(ctx, account.id, hash, password)
  return finishSignIn(ctx, { userId: account.id, channel, provenAt: ctx.now, secondFactor: false })
}

/** PASSWORD-1: parameters that have risen reach a password when it is next known. */
const rehashOutdated = async (ctx: Ctx, userId: UserId, hash: string, password: string): Promise<void> => {
  if (!ctx.services.passwords.isOutdated(hash)) return
  const fresh = await ctx.services.passwords.hash(password)
  await queryRows(ctx.em, 'update users set password_hash = $3 where id = $1 and password_hash = $2', [
    userId,
    hash,
    fresh,
  ])
}
