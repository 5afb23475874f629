import { assert } from '@mayago/kernel/assert.ts'
import { prepared } from '@mayago/db/preparedClient.ts'
import { queryRow } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import { subjectOf, type EventMap, type EventName } from './eventMap.ts'

const INSERT = prepared('insert into outbox (subject, payload) values ($1, $2) returning id')

/** Writes an event down in the caller's transaction; it goes out after the commit. */
export const record = async <Name extends EventName>(
  ctx: Ctx,
  name: Name,
  id: string,
  payload: EventMap[Name],
): Promise<void> => {
  assert(ctx.news !== null, 'events are recorded inside inTransaction')
  const [subject, text] = [subjectOf(name, id), JSON.stringify(payload)]
  const row = await queryRow<{ id: string }>(ctx.em, INSERT, [subject, text])
  assert(row, 'an insert returns its row')
  ctx.news.push({ id: row.id, subject, payload: text })
}
