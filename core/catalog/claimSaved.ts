import { moveSaved } from '@mayago/db/queries/savedExperiences.ts'
import { inTransaction, type Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'

/** Hands what this browser's guest has saved to the account that has just signed in on it. CATALOG-10. */
export const claimSaved = async (ctx: Ctx): Promise<{ moved: number }> => {
  assertCan(ctx, 'experience.save')
  const { actor } = ctx
  if (actor.kind !== 'user' || actor.guestId === null) return { moved: 0 }
  const { guestId, userId } = actor
  return inTransaction(ctx, async (tx) => ({ moved: await moveSaved(tx.em, `g:${guestId}`, `u:${userId}`) }))
}
