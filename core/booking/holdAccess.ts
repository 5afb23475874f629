import { refuse } from '@mayago/kernel/errors.ts'
import { prepared } from '@mayago/db/preparedClient.ts'
import { queryRow } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'

/** Against whom a hold's seats are counted, and who may work on it. */
export const holderOf = (ctx: Ctx): string => {
  const { actor } = ctx
  if (actor.kind === 'user') return `u:${actor.userId}`
  if (actor.kind === 'apiKey') return `k:${actor.keyId}`
  if (actor.kind !== 'system' && actor.guestId !== null) return `g:${actor.guestId}`
  return actor.kind === 'system' ? `s:${actor.job}` : `a:${ctx.address ?? ''}`
}

/** Whether this actor may see and change the hold: by its token, its guest cookie or its account. ACCESS-1. */
export const canUseHold = (ctx: Ctx, holdId: string, holder: string): boolean => {
  const { actor } = ctx
  if (actor.kind === 'system') return true
  if (actor.kind === 'apiKey') return holder === `k:${actor.keyId}`
  if (
    actor.kind === 'anonymous' &&
    actor.holdToken !== null &&
    ctx.services.signer.isHoldToken(holdId, actor.holdToken)
  )
    return true
  const own = actor.kind === 'user' ? [`u:${actor.userId}`] : []
  if (actor.guestId !== null) own.push(`g:${actor.guestId}`)
  return own.includes(holder)
}

const FIND_HOLDER = prepared('select departure_id, holder from holds where id = $1')

/** The departure of a hold this actor may use. A foreign hold is as unknown as none: `not_found`. */
export const assertHold = async (ctx: Ctx, holdId: string): Promise<{ departureId: string }> => {
  const row = await queryRow<{ departure_id: string; holder: string }>(ctx.em, FIND_HOLDER, [holdId])
  if (!row || !canUseHold(ctx, holdId, row.holder)) throw refuse('not_found', { what: 'hold' })
  return { departureId: row.departure_id }
}
