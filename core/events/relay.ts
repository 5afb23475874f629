import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { SKIP_LOCKED } from '@mayago/db/locks.ts'
import { prepared } from '@mayago/db/preparedClient.ts'
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
 * Hands committed rows to the bus at once, in their order, and marks them soon after. While the bus is away they stay
 * unmarked, so that the sweep brings them later; receivers are repeatable.
 */
export const publishNews = (relay: Relay, rows: readonly NewsRow[]): void => {
  if (rows.length === 0 || !relay.ports.bus.connected) return
  for (const row of rows) relay.ports.bus.publish(row.subject, row.payload)
  mark(
    relay,
    rows.map((row) => row.id),
  )
}

/** Ids waiting to be marked, per database, while an earlier UPDATE is under way: a busy process marks them in batches. */
const waiting = new WeakMap<object, string[]>()

const mark = (relay: Relay, ids: string[]): void => {
  const database = relay.em.getDriver()
  const queue = waiting.get(database)
  if (queue === undefined) void markInTurns(relay, database, ids)
  else queue.push(...ids)
}

const markInTurns = async (relay: Relay, database: object, first: string[]): Promise<void> => {
  for (let ids = first; ids.length > 0; ids = waiting.get(database) ?? []) {
    waiting.set(database, [])
    try {
      await markPublished(relay.em.fork(), ids)
    } catch (error) {
      relay.ports.log.warn({ error: String(error) }, 'published events could not be marked; the sweep repeats them')
    }
  }
  waiting.delete(database)
}

const markPublished = (em: SqlEntityManager, ids: readonly string[]): Promise<unknown> => queryRows(em, MARK, [ids])

/** Does not wait for the disk, nor make holds and bookings wait behind it: a mark that a crash loses is a repeated word. */
const MARK = prepared(
  `update outbox set published_at = clock_timestamp()
   from (select set_config('synchronous_commit', 'off', true)) as unhurried
   where id = any($1::bigint[])`,
)

const SWEEP_BATCH = 500
const PRUNE_BATCH = 5_000

/**
 * Publishes what its own process never did: the crash path. Several may run at once and share the work. Answers how many
 * rows went out. Also removes what went out more than an hour ago.
 */
export const sweepOutbox = async (relay: Relay, olderThanSeconds = 1): Promise<number> => {
  let sent = 0
  for (let batch = SWEEP_BATCH; batch === SWEEP_BATCH && relay.ports.bus.connected; sent += batch) {
    batch = await sweepBatch(relay, olderThanSeconds)
  }
  await prune(relay.em.fork())
  return sent
}

const sweepBatch = (relay: Relay, olderThanSeconds: number): Promise<number> =>
  relay.em.fork().transactional(async (em) => {
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

/** Looks at the oldest rows only, and by their key: its cost has a bound, however long the table. */
const prune = (em: SqlEntityManager): Promise<unknown> =>
  queryRows(
    em,
    `delete from outbox where id = any(array(select id from outbox order by id limit ${PRUNE_BATCH}))
     and published_at < clock_timestamp() - interval '1 hour'
     and (fanned_out_at is not null or not (subject like 'mayago.v1.booking.%' or subject like 'mayago.v1.experience.%'))`,
  )
