import { refuse } from '@mayago/kernel/errors.ts'
import type { UserId } from '@mayago/kernel/ids.ts'
import type { Ctx } from '../../context.ts'
import { assertCan, type Action } from '../access.ts'

/** The account of whoever asks, once the access table allows `action` on it. ACCESS-1. */
export const ownAccount = (ctx: Ctx, action: Action): UserId => {
  const { actor } = ctx
  assertCan(ctx, action, actor.kind === 'user' ? ['self'] : [])
  if (actor.kind !== 'user') throw refuse('not_allowed', { action })
  return actor.userId
}
