import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { SKIP_LOCKED } from '@mayago/db/locks.ts'
import { queryRows } from '@mayago/db/sql.ts'
import type { Ports } from '../ports/index.ts'

/** A committed outbox row on its way to the bus; the payload is JSON text. */
export interface NewsRow {
  id: string
  subject: string
  payload: string
}

interface Relay {
  em: SqlEntityManager
  ports: Pick<Ports, 'bus' | 'log'>
}

/**
 * Hands committed rows to the bus at once and marks them. While the bus is away they stay unmarked, so that the sweep
 * brings them later; receivers are repeatable.
 */
export const publishNews = (relay: Relay, rows: readonly NewsRow[]): void => {
  if (rows.length === 0 || !relay.ports.bus.connected) return
  for (const row of rows) relay.ports.bus.publish(row.subject, row.payload)
  markPublished(relay, rows).catch((error: unknown) =>
    relay.ports.log.warn({ error: String(error) }, 'published events could not be marked; the sweep repeats them'),
  )
}

const markPublished = (relay: Relay, rows: readonly NewsRow[]): Promise<unknown> =>
  queryRows(relay.em.fork(), 'update outbox set published_at = clock_timestamp() where id = any($1::bigint[])', [
    rows.map((row) => row.id),
  ])

const SWEEP_BATCH = 500

/** Publishes what its own process never did: the crash path. Answers how many rows went out. */
export const sweepOutbox = async (relay: Relay, olderThanSeconds = 1): Promise<number> => {
  if (!relay.ports.bus.connected) return 0
  return relay.em.fork().transactional(async (em) => {
    const rows = await queryRows<NewsRow>(
      em as SqlEntityManager,
      `with late as (
         select id from outbox
         where published_at is null and created_at < clock_timestamp() - make_interval(secs => $1)
         order by id limit ${SWEEP_BATCH} ${SKIP_LOCKED})
       update outbox set published_at = clock_timestamp() from late where outbox.id = late.id
       returning outbox.id, subject, payload::text as payload`,
      [olderThanSeconds],
    )
    rows.sort((a, b) => Number(a.id) - Number(b.id))
    for (const row of rows) relay.ports.bus.publish(row.subject, row.payload)
    return rows.length
  })
}
