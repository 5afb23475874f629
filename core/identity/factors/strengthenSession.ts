import { queryRows } from '@mayago/db/sql.ts'
import type { Ctx } from '../../context.ts'
import type { UserActor } from '../sessions/authenticate.ts'
import { refreshFacts } from '../sessions/sessionState.ts'

/** A session that has shown a second factor, which proves its person anew: it may do for a while what asks for that. */
export const strengthenSession = async (ctx: Ctx, { session }: Pick<UserActor, 'session'>): Promise<void> => {
  await queryRows(
    ctx.em,
    'update sessions set signed_in_at = $2, second_factor_at = $2 where id = $1 and ended_at is null',
    [session.sessionId, ctx.now],
  )
  await refreshFacts(ctx, [session.sessionId])
  // The request goes on as who it has become: a page is loaded after its form was taken.
  Object.assign(session, { signedInAt: ctx.now.toISOString(), secondFactor: true })
}
