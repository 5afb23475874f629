import { refuse } from '@mayago/kernel/errors.ts'
import { newId } from '@mayago/kernel/ids.ts'
import { queryRows } from '@mayago/db/sql.ts'
import { recordAct } from '../../audit/index.ts'
import { idempotently } from '../../booking/index.ts'
import { inTransaction, type Ctx } from '../../context.ts'
import { getWebhook } from './listWebhooks.ts'
import type { ReplayInput, WebhookIdInput } from './webhook.schema.ts'
import type { ReplayedView } from './webhook.view.ts'
import { TEST_EVENT } from './webhookEvents.ts'

/**
 * Sends one delivery again, or all that were created since a time and have not arrived. They keep their webhook-id. HOOK-5.
 * Throws `not_found`, and `invalid_input` for an endpoint that is off.
 */
export const replayDeliveries = async (ctx: Ctx, input: ReplayInput): Promise<ReplayedView> => {
  const { webhookId, deliveryId, since } = input
  await assertOn(ctx, webhookId)
  return idempotently(ctx, `webhook.replay:${webhookId}`, input, (keep) =>
    inTransaction(ctx, async (tx) => {
      const rows = await queryRows(
        tx.em,
        `update webhook_deliveries set state = 'pending', next_attempt_at = $2, delivered_at = null,
           attempts_before_replay =
             coalesce((select max(number) from webhook_attempts a where a.delivery_id = webhook_deliveries.id), 0)
         where endpoint_id = $1 and (id = $3 or (state <> 'delivered' and created_at >= $4)) returning 1`,
        [webhookId, tx.now, deliveryId ?? null, since ?? null],
      )
      if (deliveryId !== undefined && rows.length === 0) throw refuse('not_found', { what: 'delivery' })
      await recordAct(tx, 'webhook.replayed', `webhook:${webhookId}`, { replayed: rows.length })
      return keep(tx, { replayed: rows.length })
    }),
  )
}

/** Sends a letter about nothing, to see whether it arrives. Throws `not_found`, `invalid_input`. */
export const testWebhook = async (ctx: Ctx, input: WebhookIdInput): Promise<{ deliveryId: string }> => {
  const { webhookId } = input
  await assertOn(ctx, webhookId)
  return idempotently(ctx, `webhook.test:${webhookId}`, input, (keep) =>
    inTransaction(ctx, async (tx) => {
      const id = newId<'webhookDelivery'>(tx.now.getTime())
      const payload = { type: TEST_EVENT, timestamp: tx.now.toISOString(), data: { webhookId } }
      await queryRows(
        tx.em,
        `insert into webhook_deliveries (id, endpoint_id, event_id, event_type, payload, created_at, next_attempt_at)
         values ($1, $2, $3, $4, $5, $6, $6)`,
        [id, webhookId, `evt_${id.replaceAll('-', '')}`, TEST_EVENT, JSON.stringify(payload), tx.now],
      )
      return keep(tx, { deliveryId: id })
    }),
  )
}

const assertOn = async (ctx: Ctx, webhookId: string): Promise<void> => {
  const { disabledAt } = await getWebhook(ctx, { webhookId })
  if (disabledAt !== null)
    throw refuse('invalid_input', { issues: [{ path: 'webhookId', message: 'is switched off; switch it on first' }] })
}
