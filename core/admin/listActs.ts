import { refuse } from '@mayago/kernel/errors.ts'
import { isId } from '@mayago/kernel/ids.ts'
import { decodeCursor, PAGE_SIZE, toPage } from '@mayago/kernel/page.ts'
import { queryRows, toDate } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import type { ListActsInput } from './admin.schema.ts'
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

/** The audit log, the latest act first, by subject, by who acted, by action. For admins. Throws `invalid_input`. */
export const listActs = async (ctx: Ctx, input: ListActsInput): Promise<ActPage> => {
  assertCan(ctx, 'audit.read')
  const limit = input.limit ?? PAGE_SIZE
  const after = input.cursor === undefined ? null : readCursor(input.cursor)
  const rows = await queryRows<ActRow>(
    ctx.em,
    `select id, at, actor, action, subject, data, request_id from audit_acts
     where ($1::text is null or subject = $1)
       and ($2::text is null or actor ->> 'userId' = $2 or actor ->> 'actedBy' = $2)
       and ($3::text is null or action = $3)
       and ($4::timestamptz is null or (at, id) < ($4, $5::uuid))
     order by at desc, id desc limit $6`,
    [input.subject ?? null, input.actor ?? null, input.action ?? null, after?.at ?? null, after?.id ?? null, limit + 1],
  )
  return toPage(rows, limit, toActView, (row) => [row.at, row.id])
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

const readCursor = (cursor: string): { at: string; id: string } => {
  const [at, id] = decodeCursor(cursor) ?? []
  if (typeof at !== 'string' || typeof id !== 'string' || !isId(id) || Number.isNaN(Date.parse(at)))
    throw refuse('invalid_input', { issues: [{ path: 'cursor', message: 'is not one of ours' }] })
  return { at, id }
}
