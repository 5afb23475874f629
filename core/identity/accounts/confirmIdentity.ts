import { refuse } from '@mayago/kernel/errors.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { withActor, type Ctx } from '../../context.ts'
import { canBePassword } from '../passwords/password.rules.ts'
import type { UserActor } from '../sessions/authenticate.ts'
import { refreshFacts } from '../sessions/sessionState.ts'
import type { ConfirmIdentityInput } from './account.schema.ts'
import { ownAccount } from './ownAccount.ts'
import { takeAccountLimit } from './takeAccountLimit.ts'

/** Shows the password again: for a quarter of an hour the session may do what asks for that. Throws `wrong_credentials`. */
export const confirmIdentity = async (ctx: Ctx, input: ConfirmIdentityInput): Promise<Record<string, never>> => {
  const actor = ownAccount(ctx, 'account.change')
  await provenAgain(ctx, actor, input.password)
  await queryRows(ctx.em, 'update sessions set signed_in_at = $2 where id = $1 and ended_at is null', [
    actor.session.sessionId,
    ctx.now,
  ])
  await refreshFacts(ctx, [actor.session.sessionId])
  return {}
}

/** The context of somebody who shows their password along with what they ask for; without one, as it was. */
export const provenAgain = async (ctx: Ctx, actor: UserActor, password: string | undefined): Promise<Ctx> => {
  if (password === undefined) return ctx
  await takeAccountLimit(ctx, 'signIn', actor.userId)
  const row = await queryRow<{ password_hash: string | null }>(
    ctx.em,
    'select password_hash from users where id = $1 and erased_at is null',
    [actor.userId],
  )
  if (!canBePassword(password) || !(await ctx.services.passwords.verify(row?.password_hash ?? null, password)))
    throw refuse('wrong_credentials', {})
  return withActor(ctx, { ...actor, session: { ...actor.session, signedInAt: ctx.now.toISOString() } })
}
