import { PAGE_SIZE, toPage } from '@mayago/kernel/page.ts'
import { byInstant, keysetSql } from '@mayago/db/queries/keyset.ts'
import { createParams } from '@mayago/db/queries/params.ts'
import { queryRows, toDate } from '@mayago/db/sql.ts'
import type { Ctx } from '../../context.ts'
import { cursorId, cursorInstant, readCursor } from '../../listOrder.ts'
import { deliveryOrder, type ListDeliveriesInput } from './webhook.schema.ts'
import type { DeliveryPageView, DeliveryView } from './webhook.view.ts'
import { assertWebhook } from './webhookAccess.ts'

interface DeliveryRow {
  id: string
  event_id: string
  event_type: string
  payload: DeliveryView['payload']
  state: DeliveryView['state']
  created_at: string
  next_attempt_at: string | null
  delivered_at: string | null
  attempts: { number: number; at: string; status: number | null; error: string | null; duration_ms: number }[]
}

/** What an endpoint was sent and how each attempt went, the newest first unless asked otherwise. Throws `not_found`. */
export const listDeliveries = async (
  ctx: Ctx,
  { webhookId, state, sort, cursor, limit = PAGE_SIZE }: ListDeliveriesInput,
): Promise<DeliveryPageView> => {
  await assertWebhook(ctx, webhookId)
  const order = deliveryOrder.of(sort)
  const after = readCursor(cursor, order.sort, [cursorInstant, cursorId])
  const params = createParams([webhookId, state ?? null])
  const page = keysetSql(byInstant('d.created_at', 'd.id'), { ...order, after, limit: limit + 1 }, params)
  const rows = await queryRows<DeliveryRow>(
    ctx.em,
    `select d.id, d.event_id, d.event_type, d.payload, d.state, d.created_at, d.next_attempt_at, d.delivered_at,
       coalesce((select jsonb_agg(to_jsonb(a) order by a.number) from webhook_attempts a where a.delivery_id = d.id), '[]')
         as attempts
     from webhook_deliveries d
     where d.endpoint_id = $1 and ($2::text is null or d.state = $2) and ${page.where} ${page.order}`,
    params.values,
  )
  return toPage(rows, limit, toDeliveryView, (row) => [order.sort, row.created_at, row.id])
}

const toDeliveryView = (row: DeliveryRow): DeliveryView => ({
  id: row.id,
  eventId: row.event_id,
  eventType: row.event_type,
  payload: row.payload,
  state: row.state,
  createdAt: toDate(row.created_at).toISOString(),
  nextAttemptAt: row.next_attempt_at === null ? null : toDate(row.next_attempt_at).toISOString(),
  deliveredAt: row.delivered_at === null ? null : toDate(row.delivered_at).toISOString(),
  attempts: row.attempts.map(({ duration_ms: durationMs, at, number, status, error }) => ({
    number,
    at: new Date(at).toISOString(),
    status,
    error,
    durationMs,
  })),
})
