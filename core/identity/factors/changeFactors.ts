import { assert } from '@mayago/kernel/assert.ts'
import { refuse } from '@mayago/kernel/errors.ts'
import type { UserId } from '@mayago/kernel/ids.ts'
import { LOCK_USER } from '@mayago/db/locks.ts'
import { queryRow } from '@mayago/db/sql.ts'
import { inTransaction, type Ctx } from '../../context.ts'
import type { PlatformRole } from '../actor.ts'
import { countFactors } from './countFactors.ts'
import type { FactorChange } from './factorChanges.ts'
import { noteChange } from './noteChange.ts'
import { strengthenSession } from './strengthenSession.ts'
import { ownAccount } from '../accounts/ownAccount.ts'

/**
 * The account whose factors this actor may change: their own, after a recent sign-in, which must have shown a factor
 * where there is one. A stolen password alone neither adds nor removes any.
 */
export const securedAccount = async (ctx: Ctx): Promise<UserId> => {
  const { userId, session } = ownAccount(ctx, 'account.secure')
  if (!session.secondFactor && (await countFactors(ctx, userId)) > 0) throw refuse('sign_in_again', {})
  return userId
}

/** Changes an account's factors in one transaction, under the account's lock, and notes it there. */
export const changeFactors = async <Result>(
  ctx: Ctx,
  userId: UserId,
  change: FactorChange,
  work: (tx: Ctx) => Promise<Result>,
): Promise<Result> =>
  inTransaction(ctx, async (tx) => {
    await queryRow(tx.em, LOCK_USER, [userId])
    const result = await work(tx)
    await noteChange(tx, userId, change)
    return result
  })

/** The same for a factor that is added: who asks has just shown it, so their session has too. */
export const addFactor = async <Result>(
  ctx: Ctx,
  userId: UserId,
  change: FactorChange,
  work: (tx: Ctx) => Promise<Result>,
): Promise<Result> => {
  const result = await changeFactors(ctx, userId, change, work)
  if (ctx.actor.kind === 'user') await strengthenSession(ctx, ctx.actor)
  return result
}

/** To be asked after a removal, in its transaction. Who must have a factor keeps one; who has no other way in, too. */
export const assertFactorsSuffice = async (tx: Ctx, userId: UserId): Promise<void> => {
  const left = await countFactors(tx, userId)
  const account = await queryRow<{ role: PlatformRole; ways: number }>(
    tx.em,
    `select u.role,
       (u.password_hash is not null)::int
         + (select count(*)::int from social_identities s where s.user_id = u.id)
         + (select count(*)::int from passkeys p where p.user_id = u.id) as ways
     from users u where u.id = $1`,
    [userId],
  )
  assert(account !== null, 'the account exists')
  if (left === 0 && account.role !== 'traveler') throw refuse('last_factor', {})
  if (account.ways === 0) throw refuse('last_way_in', {})
}
