import { refuse } from '@mayago/kernel/errors.ts'
import { queryRow } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'

/** ACCESS-1: only the system and the provider's owner and managers change how a departure is offered. */
export const assertRunsDeparture = async (ctx: Ctx, departureId: string): Promise<void> => {
  const { actor } = ctx
  const row = await queryRow<{ allowed: boolean }>(
    ctx.em,
    `select exists (select from provider_members m where m.provider_id = e.provider_id and m.user_id = $2
              and m.role in ('owner', 'manager')) as allowed
     from departures d join experiences e on e.id = d.experience_id where d.id = $1`,
    [departureId, actor.kind === 'user' ? actor.userId : null],
  )
  if (!row) throw refuse('not_found', { what: 'departure' })
  if (actor.kind !== 'system' && !row.allowed) throw refuse('not_allowed', { action: 'departure.change' })
}
