import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { assert } from '@mayago/kernel/assert.ts'
import { prepared } from '@mayago/db/preparedClient.ts'
import { queryRows } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import { subjectOf, type EventMap, type EventName } from './eventMap.ts'
import type { NewsRow } from './relay.ts'

/** An event on its way to the outbox; the payload is JSON text. */
export type News = Omit<NewsRow, 'id'>

/** Notes an event of the caller's transaction, which writes it as it ends; it goes out after the commit. */
export const record = <Name extends EventName>(ctx: Ctx, name: Name, id: string, payload: EventMap[Name]): void => {
  assert(ctx.news !== null, 'events are recorded inside inTransaction')
  ctx.news.push({ subject: subjectOf(name, id), payload: JSON.stringify(payload) })
}

/** Writes a transaction's events to the outbox, in their order. */
export const writeNews = async (em: SqlEntityManager, news: readonly News[]): Promise<NewsRow[]> => {
  if (news.length === 0) return []
  const rows = await queryRows<{ id: string }>(em, INSERT, [
    news.map(({ subject }) => subject),
    news.map(({ payload }) => payload),
  ])
  return news.map((one, index) => {
    const row = rows[index]
    assert(row, 'an insert returns each of its rows')
    return { id: row.id, ...one }
  })
}

const INSERT = prepared(
  `insert into outbox (subject, payload)
   select subject, payload from unnest($1::text[], $2::jsonb[]) with ordinality as news(subject, payload, place)
   order by place returning id`,
)
