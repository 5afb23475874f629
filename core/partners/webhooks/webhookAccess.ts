import { refuse } from '@mayago/kernel/errors.ts'
import { queryRow } from '@mayago/db/sql.ts'
import type { Ctx } from '../../context.ts'
import { assertCan, assertCanSee, type Relation } from '../../identity/access.ts'
import { userIdOf } from '../partnerAccount.ts'
import { providerRelation } from '../../identity/providerRelation.ts'

/** An endpoint is its maker's, and the owners' and managers' of the provider it is for. A foreign one is unknown. ACCESS-1. */
export const assertWebhook = async (ctx: Ctx, webhookId: string): Promise<void> => {
  assertCan(ctx, 'webhook.manage')
  const row = await queryRow<{ user_id: string; provider_id: string | null }>(
    ctx.em,
    'select user_id, provider_id from webhook_endpoints where id = $1',
    [webhookId],
  )
  if (!row) throw refuse('not_found', { what: 'webhook' })
  assertCanSee(ctx, 'webhook.manageOne', await relationsTo(ctx, row), { what: 'webhook', id: webhookId })
}

/** A key for one provider has to do with that provider's endpoints alone. */
const relationsTo = async (ctx: Ctx, row: { user_id: string; provider_id: string | null }): Promise<Relation[]> => {
  const { actor } = ctx
  if (actor.kind === 'apiKey' && actor.providerId !== row.provider_id) return []
  if (row.provider_id === null) return row.user_id === userIdOf(ctx) ? ['self'] : []
  return providerRelation(ctx, row.provider_id)
}
