import { refuse } from '@mayago/kernel/errors.ts'
import { queryRow } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import { assertCan, type Action, type Relation } from '../identity/access.ts'

/**
 * Throws unless this actor may do `action` with the departure: what they are to the provider that runs it decides. A
 * partner's key works for the provider it was made for, as its maker. Departures are public: a foreign one is `not_allowed`,
 * none is `not_found`. ACCESS-1.
 */
export const assertDeparture = async (ctx: Ctx, action: Action, departureId: string): Promise<void> => {
  const { actor } = ctx
  const row = await queryRow<{ role: Relation | null; provider_id: string }>(
    ctx.em,
    `select m.role, e.provider_id from departures d join experiences e on e.id = d.experience_id
       left join provider_members m on m.provider_id = e.provider_id and m.user_id = $2
     where d.id = $1`,
    [departureId, 'userId' in actor ? actor.userId : null],
  )
  const isForeignKey = actor.kind === 'apiKey' && actor.providerId !== row?.provider_id
  assertCan(ctx, action, row?.role && !isForeignKey ? [row.role] : [], { what: 'departure', id: departureId })
  if (!row) throw refuse('not_found', { what: 'departure' })
}
