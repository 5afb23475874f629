import { refuse } from '@mayago/kernel/errors.ts'
import { assertCan, type Action } from '../access.ts'
import type { Ctx } from '../../context.ts'
import type { UserActor } from '../sessions/authenticate.ts'

/** Who asks, once the access table allows `action` on their own account. ACCESS-1. */
export const ownAccount = (ctx: Ctx, action: Action): UserActor => {
  const { actor } = ctx
  assertCan(ctx, action, actor.kind === 'user' ? ['self'] : [])
  if (actor.kind !== 'user') throw refuse('not_allowed', { action })
  return actor
}
