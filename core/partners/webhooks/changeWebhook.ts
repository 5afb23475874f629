import { queryRows } from '@mayago/db/sql.ts'
import { recordAct } from '../../audit/index.ts'
import { inTransaction, type Ctx } from '../../context.ts'
import { getWebhook } from './listWebhooks.ts'
import type { ChangeWebhookInput, WebhookIdInput } from './webhook.schema.ts'
import type { WebhookView } from './webhook.view.ts'
import { assertWebhook } from './webhookAccess.ts'

/** Changes where an endpoint is and what it hears, or switches it off or on again. Throws `not_found`, `url_not_allowed`. */
export const changeWebhook = async (ctx: Ctx, input: ChangeWebhookInput): Promise<WebhookView> => {
  const { webhookId, url, events, enabled } = input
  await assertWebhook(ctx, webhookId)
  if (url !== undefined) await ctx.ports.hooks.assertAllowed(url)
  return inTransaction(ctx, async (tx) => {
    await queryRows(
      tx.em,
      `update webhook_endpoints set
         url = coalesce($2, url), events = coalesce($3, events),
         disabled_at = case $4::boolean when false then coalesce(disabled_at, $5) when true then null else disabled_at end,
         disabled_reason = case $4::boolean when false then coalesce(disabled_reason, 'by_owner') when true then null
           else disabled_reason end,
         failing_since = case when $4::boolean or $2 is not null then null else failing_since end
       where id = $1`,
      [webhookId, url ?? null, events ?? null, enabled ?? null, tx.now],
    )
    if (enabled === false) await giveUpPending(tx, webhookId)
    const changed = Object.keys(input).filter((name) => name !== 'webhookId')
    await recordAct(tx, 'webhook.changed', `webhook:${webhookId}`, {
      changed,
      ...(enabled === undefined ? {} : { enabled }),
    })
    return getWebhook(tx, { webhookId })
  })
}

/** Nothing more goes to an endpoint that is off; what was on its way can be replayed later. */
export const giveUpPending = (tx: Ctx, webhookId: string): Promise<unknown> =>
  queryRows(
    tx.em,
    `update webhook_deliveries set state = 'given_up', next_attempt_at = null where endpoint_id = $1 and state = 'pending'`,
    [webhookId],
  )

/** Removes an endpoint with its log. Throws `not_found`. */
export const removeWebhook = async (ctx: Ctx, { webhookId }: WebhookIdInput): Promise<{ id: string }> => {
  await assertWebhook(ctx, webhookId)
  await inTransaction(ctx, async (tx) => {
    await queryRows(tx.em, 'delete from webhook_endpoints where id = $1', [webhookId])
    await recordAct(tx, 'webhook.removed', `webhook:${webhookId}`)
  })
  return { id: webhookId }
}
