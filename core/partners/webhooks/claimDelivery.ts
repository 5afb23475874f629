import { queryRows } from '@mayago/db/sql.ts'
import { SKIP_LOCKED_DELIVERIES } from '@mayago/db/locks.ts'
import type { Ctx } from '../../context.ts'

/** A delivery that this process is to make. */
export interface Claimed {
  id: string
  endpointId: string
  eventId: string
  payload: Record<string, unknown>
  url: string
  /** The present one first; the former one while it still signs. */
  secretsSealed: string[]
}

/** Longer than an attempt can take. A process that died leaves its deliveries for this long. */
const LEASE_SECONDS = 60

/** Takes at most one due delivery of each endpoint. Until the lease is over nobody else takes them; then somebody must. */
export const claimDelivery = async (
  ctx: Ctx,
  { only, except, limit }: { only: string | null; except: readonly string[]; limit: number },
): Promise<Claimed[]> => {
  const rows = await queryRows<{
    id: string
    endpoint_id: string
    event_id: string
    payload: Record<string, unknown>
    url: string
    secret_sealed: string
    previous: string | null
  }>(ctx.em.fork() as Ctx['em'], CLAIM, [ctx.clock.now(), only, except, limit])
  return rows.map((row) => ({
    id: row.id,
    endpointId: row.endpoint_id,
    eventId: row.event_id,
    payload: row.payload,
    url: row.url,
    secretsSealed: row.previous === null ? [row.secret_sealed] : [row.secret_sealed, row.previous],
  }))
}

const CLAIM = `
  with next as (
    select distinct on (d.endpoint_id) d.id from webhook_deliveries d
    where d.state = 'pending' and d.next_attempt_at <= $1
      and ($2::uuid is null or d.endpoint_id = $2) and d.endpoint_id <> all($3::uuid[])
    order by d.endpoint_id, d.next_attempt_at, d.id limit $4),
  claimed as (
    select d.id from webhook_deliveries d join next on next.id = d.id
    where d.state = 'pending' and d.next_attempt_at <= $1 ${SKIP_LOCKED_DELIVERIES})
  update webhook_deliveries d set next_attempt_at = $1::timestamptz + interval '${LEASE_SECONDS} seconds'
  from claimed, webhook_endpoints e
  where d.id = claimed.id and e.id = d.endpoint_id and e.disabled_at is null
  returning d.id, d.endpoint_id, d.event_id, d.payload, e.url, e.secret_sealed,
    case when e.previous_until > $1 then e.previous_secret_sealed end as previous`
