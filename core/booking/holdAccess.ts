import { refuse } from '@mayago/kernel/errors.ts'
import { prepared } from '@mayago/db/preparedClient.ts'
import { queryRow } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import { assertCanSee, type Action, type Relation } from '../identity/access.ts'

/** Against whom a hold's seats are counted, and who may work on it. */
export const holderOf = (ctx: Ctx): string => {
  const { actor } = ctx
  if (actor.kind === 'user') return `u:${actor.userId}`
  if (actor.kind === 'apiKey') return `k:${actor.keyId}`
  if (actor.kind !== 'system' && actor.guestId !== null) return `g:${actor.guestId}`
  return actor.kind === 'system' ? `s:${actor.job}` : `a:${ctx.address ?? ''}`
}

/** What this actor is to a hold: its holder, by its token, its guest cookie, its account or key, or nothing. */
export const relationsToHold = (ctx: Ctx, holdId: string, holder: string): readonly Relation[] =>
  isHolder(ctx, holdId, holder) ? ['holder'] : []

const isHolder = ({ actor, services }: Ctx, holdId: string, holder: string): boolean => {
  switch (actor.kind) {
    case 'system':
      return false
    case 'apiKey':
      return holder === `k:${actor.keyId}`
    case 'user':
      return holder === `u:${actor.userId}` || isGuest(actor.guestId, holder)
    case 'link':
      return isGuest(actor.guestId, holder)
    case 'anonymous':
      return (
        isGuest(actor.guestId, holder) ||
        (actor.holdToken !== null && services.signer.isHoldToken(holdId, actor.holdToken))
      )
  }
}

const isGuest = (guestId: string | null, holder: string): boolean => guestId !== null && holder === `g:${guestId}`

const FIND_HOLDER = prepared('select departure_id, holder from holds where id = $1')

/** The departure of a hold this actor may do `action` with. A foreign hold is as unknown as none: `not_found`. ACCESS-1. */
export const assertHold = async (ctx: Ctx, action: Action, holdId: string): Promise<{ departureId: string }> => {
  const row = await queryRow<{ departure_id: string; holder: string }>(ctx.em, FIND_HOLDER, [holdId])
  assertCanSee(ctx, action, row ? relationsToHold(ctx, holdId, row.holder) : [], { what: 'hold', id: holdId })
  if (!row) throw refuse('not_found', { what: 'hold' })
  return { departureId: row.departure_id }
}
