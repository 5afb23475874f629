import { refuse } from '@mayago/kernel/errors.ts'
import { isId } from '@mayago/kernel/ids.ts'
import { decodeCursor, PAGE_SIZE, toPage } from '@mayago/kernel/page.ts'
import { queryRows, toDate } from '@mayago/db/sql.ts'
import type { Ctx } from '../../context.ts'
import type { ListDeliveriesInput } from './webhook.schema.ts'
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

/** What an endpoint was sent and how each attempt went, the newest first. Throws `not_found`. */
export const listDeliveries = async (
  ctx: Ctx,
  { webhookId, state, cursor, limit = PAGE_SIZE }: ListDeliveriesInput,
): Promise<DeliveryPageView> => {
  await assertWebhook(ctx, webhookId)
  const before = cursor === undefined ? null : readCursor(cursor)
  const rows = await queryRows<DeliveryRow>(
    ctx.em,
    `select d.id, d.event_id, d.event_type, d.payload, d.state, d.created_at, d.next_attempt_at, d.delivered_at,
       coalesce((select jsonb_agg(to_jsonb(a) order by a.number) from webhook_attempts a where a.delivery_id = d.id), '[]')
         as attempts
     from webhook_deliveries d
     where d.endpoint_id = $1 and ($2::text is null or d.state = $2) and ($3::timestamptz is null or (d.created_at, d.id) < ($3, $4::uuid))
     order by d.created_at desc, d.id desc limit $5`,
    [webhookId, state ?? null, before?.at ?? null, before?.id ?? null, limit + 1],
  )
  return toPage(rows, limit, toDeliveryView, (row) => [row.created_at, row.id])
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

const readCursor = (text: string): { at: string; id: string } => {
  const [at, id] = decodeCursor(text) ?? []
  const sound =
    typeof at === 'string' &&
    /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/.test(at) &&
    typeof id === 'string' &&
    isId(id)
  if (!sound) throw refuse('invalid_input', { issues: [{ path: 'cursor', message: 'is not one of ours' }] })
  return { at, id }
}
