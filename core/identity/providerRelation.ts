import { queryRow } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import type { Relation } from './access.ts'

/** What the acting user is to a provider: `owner`, `manager`, `guide` or nothing. */
export const providerRelation = async (ctx: Ctx, providerId: string): Promise<Relation[]> => {
  if (ctx.actor.kind !== 'user' && ctx.actor.kind !== 'apiKey') return []
  const member = await queryRow<{ role: 'owner' | 'manager' | 'guide' }>(
    ctx.em,
    'select role from provider_members where provider_id = $1 and user_id = $2',
    [providerId, ctx.actor.userId],
  )
  return member ? [member.role] : []
}
