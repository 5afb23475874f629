import { refuse } from '@mayago/kernel/errors.ts'
import { queryRow } from '@mayago/db/sql.ts'
import { recordAct } from '../audit/index.ts'
import { inTransaction, type Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import type { UserIdInput } from './admin.schema.ts'
import type { UserView } from './admin.view.ts'
import { toUserRowView, type UserRow } from './findUsers.ts'
import { readTimeline } from './listActs.ts'

type FoundRow = UserRow & {
  locale: string
  email_verified: boolean
  suspended_reason: string | null
  sessions: number
  bookings: UserView['bookings']
  providers: UserView['providers']
}

/** An account as staff see it, with its timeline. That somebody looked is written down. Throws `not_found`. */
export const getUser = async (ctx: Ctx, { userId }: UserIdInput): Promise<UserView> => {
  assertCan(ctx, 'user.read', [], { what: 'user', id: userId })
  const row = await queryRow<FoundRow>(ctx.em, FIND_USER, [userId])
  if (!row) throw refuse('not_found', { what: 'user' })
  const timeline = await readTimeline(ctx, userId)
  await inTransaction(ctx, (tx) => recordAct(tx, 'user.viewed', `user:${userId}`))
  return {
    ...toUserRowView(row),
    locale: row.locale,
    emailVerified: row.email_verified,
    suspendedReason: row.suspended_reason,
    sessions: row.sessions,
    bookings: row.bookings,
    providers: row.providers,
    timeline,
  }
}

const FIND_USER = `
  select u.id, u.email, u.name, u.role, u.created_at, u.suspended_at, u.erased_at, u.locale, u.suspended_reason,
    u.email_verified_at is not null as email_verified,
    (select count(*)::int from sessions s where s.user_id = u.id and s.ended_at is null) as sessions,
    (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'reference', b.reference, 'state', b.state,
        'userId', b.user_id, 'localDate', b.local_date) order by b.local_date desc), '[]')
      from (select b.id, r.reference, b.state, b.user_id, b.local_date
        from bookings b join booking_refs r on r.booking_id = b.id
        where b.user_id = u.id order by b.local_date desc limit 20) b) as bookings,
    (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'role', m.role) order by p.name), '[]')
      from provider_members m join providers p on p.id = m.provider_id where m.user_id = u.id) as providers
  from users u where u.id = $1`
