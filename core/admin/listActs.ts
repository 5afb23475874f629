import { PAGE_SIZE, toPage } from '@mayago/kernel/page.ts'
import { byInstant, keysetSql } from '@mayago/db/queries/keyset.ts'
import { createParams } from '@mayago/db/queries/params.ts'
import { queryRows, toDate } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import { cursorId, cursorInstant, readCursor } from '../listOrder.ts'
import { actOrder, type ListActsInput } from './admin.schema.ts'
import type { ActPage, ActView } from './admin.view.ts'

interface ActRow {
  id: string
  at: string
  actor: ActView['actor']
  action: ActView['action']
  subject: string
  data: ActView['data']
  request_id: string
}

/** The audit log, the latest act first unless asked otherwise, by subject, by who acted, by action. For admins. Throws `invalid_input`. */
export const listActs = async (ctx: Ctx, input: ListActsInput): Promise<ActPage> => {
  assertCan(ctx, 'audit.read')
  const limit = input.limit ?? PAGE_SIZE
  const order = actOrder.of(input.sort)
  const after = readCursor(input.cursor, order.sort, [cursorInstant, cursorId])
  const params = createParams([input.subject ?? null, input.actor ?? null, input.action ?? null])
  const page = keysetSql(byInstant('at', 'id'), { ...order, after, limit: limit + 1 }, params)
  const rows = await queryRows<ActRow>(
    ctx.em,
    `select id, at, actor, action, subject, data, request_id from audit_acts
     where ($1::text is null or subject = $1)
       and ($2::text is null or actor ->> 'userId' = $2 or actor ->> 'actedBy' = $2)
       and ($3::text is null or action = $3)
       and ${page.where} ${page.order}`,
    params.values,
  )
  return toPage(rows, limit, toActView, (row) => [order.sort, row.at, row.id])
}

/** What an account did and what was done to it, the latest first; for those who may see the account. */
export const readTimeline = async (ctx: Ctx, userId: string): Promise<ActView[]> => {
  const rows = await queryRows<ActRow>(
    ctx.em,
    `select id, at, actor, action, subject, data, request_id from audit_acts
     where subject = 'user:' || $1 or actor ->> 'userId' = $1 order by at desc, id desc limit 50`,
    [userId],
  )
  return rows.map(toActView)
}

const toActView = (row: ActRow): ActView => ({
  id: row.id,
  at: toDate(row.at).toISOString(),
  actor: row.actor,
  action: row.action,
  subject: row.subject,
  data: row.data,
  requestId: row.request_id,
})
