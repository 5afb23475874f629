import { refuse } from '@mayago/kernel/errors.ts'
import { newId } from '@mayago/kernel/ids.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { recordAct } from '../../audit/index.ts'
import { idempotentlySealed } from '../../booking/index.ts'
import { inTransaction, type Ctx } from '../../context.ts'
import { assertCan, assertCanSee } from '../../identity/access.ts'
import { userIdOf } from '../partnerAccount.ts'
import { providerRelation } from '../../identity/providerRelation.ts'
import { getWebhook } from './listWebhooks.ts'
import type { CreateWebhookInput } from './webhook.schema.ts'
import type { WebhookWithSecretView } from './webhook.view.ts'
import { newSecret, sealSecret } from './webhookSecret.ts'

const ENDPOINTS_MAX = 20

/**
 * Makes an endpoint that is told of what happens, and shows its secret, this once. HOOK-1, HOOK-2. Throws
 * `url_not_allowed`, `not_found` for a provider that is none of theirs, `invalid_input`.
 */
export const createWebhook = async (ctx: Ctx, asked: CreateWebhookInput): Promise<WebhookWithSecretView> => {
  assertCan(ctx, 'webhook.manage')
  const input = { ...asked, providerId: providerOf(ctx, asked) }
  if (input.providerId !== null)
    assertCanSee(ctx, 'webhook.manageOne', await providerRelation(ctx, input.providerId), {
      what: 'provider',
      id: input.providerId,
    })
  await ctx.ports.hooks.assertAllowed(input.url)
  return idempotentlySealed(ctx, 'webhook.create', input, (keep) =>
    inTransaction(ctx, async (tx) => keep(tx, await insertWebhook(tx, input))),
  )
}

/** A key for one provider makes endpoints for that one. */
const providerOf = ({ actor }: Ctx, { providerId }: CreateWebhookInput): string | null => {
  if (actor.kind !== 'apiKey' || actor.providerId === null) return providerId ?? null
  if (providerId !== undefined && providerId !== actor.providerId) throw refuse('not_found', { what: 'provider' })
  return actor.providerId
}

const insertWebhook = async (
  tx: Ctx,
  { url, events, providerId }: { url: string; events: string[]; providerId: string | null },
): Promise<WebhookWithSecretView> => {
  await assertRoom(tx, userIdOf(tx))
  const id = newId<'webhookEndpoint'>(tx.now.getTime())
  const secret = newSecret()
  await queryRows(
    tx.em,
    `insert into webhook_endpoints (id, user_id, provider_id, url, secret_sealed, events, created_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, userIdOf(tx), providerId, url, sealSecret(tx, id, secret), events, tx.now],
  )
  await recordAct(tx, 'webhook.made', `webhook:${id}`, { events, providerId })
  return { ...(await getWebhook(tx, { webhookId: id })), secret }
}

const assertRoom = async (tx: Ctx, userId: string): Promise<void> => {
  const row = await queryRow<{ made: number }>(
    tx.em,
    'select count(*)::int as made from webhook_endpoints where user_id = $1',
    [userId],
  )
  if (row && row.made >= ENDPOINTS_MAX)
    throw refuse('invalid_input', {
      issues: [{ path: 'url', message: `you have ${ENDPOINTS_MAX} webhooks already; remove one first` }],
    })
}
