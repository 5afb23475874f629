import { isId } from '@mayago/kernel/ids.ts'
import { PAGE_SIZE, toPage } from '@mayago/kernel/page.ts'
import { byInstant, keysetSql } from '@mayago/db/queries/keyset.ts'
import { createParams } from '@mayago/db/queries/params.ts'
import { queryRow, queryRows, toDate } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import type { PlatformRole } from '../identity/actor.ts'
import { cursorId, cursorInstant, readCursor } from '../listOrder.ts'
import { userOrder, type FindUsersInput } from './admin.schema.ts'
import type { FoundBookingView, FoundUsers, UserRowView } from './admin.view.ts'

/**
 * Finds accounts by id, by any part of e-mail or name, and by a booking's id or reference; the newest first unless asked
 * otherwise. For support and admins. Throws `invalid_input` for a cursor that is not ours.
 */
export const findUsers = async (
  ctx: Ctx,
  { q, sort, limit = PAGE_SIZE, cursor }: FindUsersInput,
): Promise<FoundUsers> => {
  assertCan(ctx, 'user.find')
  const order = userOrder.of(sort)
  const after = readCursor(cursor, order.sort, [cursorInstant, cursorId])
  const booking = q === undefined ? null : await findBooking(ctx, q)
  const id = q !== undefined && isId(q.toLowerCase()) ? q.toLowerCase() : null
  const params = createParams([
    [id, booking?.userId ?? null].filter((one) => one !== null),
    id === null && q !== undefined ? `%${escaped(q)}%` : null,
    q === undefined,
  ])
  const page = keysetSql(byInstant('created_at', 'id'), { ...order, after, limit: limit + 1 }, params)
  const rows = await queryRows<UserRow>(
    ctx.em,
    `select id, email, name, role, created_at, suspended_at, erased_at from users
     where ($3 or id = any($1::uuid[]) or ($2::text is not null
         and (email::text ilike $2 or plain_text(lower(name)) like plain_text(lower($2)))))
       and ${page.where} ${page.order}`,
    params.values,
  )
  return { ...toPage(rows, limit, toUserRowView, (row) => [order.sort, row.created_at, row.id]), booking }
}

export interface UserRow {
  id: string
  email: string
  name: string
  role: PlatformRole
  created_at: string
  suspended_at: string | null
  erased_at: string | null
}

const iso = (text: string | null): string | null => (text === null ? null : toDate(text).toISOString())

export const toUserRowView = (row: UserRow): UserRowView => ({
  id: row.id,
  email: row.email,
  name: row.name,
  role: row.role,
  createdAt: toDate(row.created_at).toISOString(),
  suspendedAt: iso(row.suspended_at),
  erasedAt: iso(row.erased_at),
})

const REFERENCE = /^[2-9BCDFGHJKMNPQRSTVWXZ]{8}$/

/** References are read aloud and written with blanks or dashes. */
const findBooking = async (ctx: Ctx, q: string): Promise<FoundBookingView | null> => {
  const reference = q.replace(/[\s-]/g, '').toUpperCase()
  const id = q.toLowerCase()
  if (!isId(id) && !REFERENCE.test(reference)) return null
  const row = await queryRow<{
    id: string
    reference: string
    state: FoundBookingView['state']
    user_id: string | null
  }>(
    ctx.em,
    `select b.id, r.reference, b.state, b.user_id
     from booking_refs r join bookings b on b.id = r.booking_id and b.local_date = r.local_date
     where ${isId(id) ? 'r.booking_id' : 'r.reference'} = $1`,
    [isId(id) ? id : reference],
  )
  return row && { id: row.id, reference: row.reference, state: row.state, userId: row.user_id }
}

/** What means something to `like` means itself. */
const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&')
