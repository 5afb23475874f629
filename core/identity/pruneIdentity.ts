import { addMinutes } from '@mayago/kernel/time.ts'
import { queryRows } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'

const DAY = 1440
/** How long an ended session is shown to who looks into what happened. */
const ENDED_DAYS = 30

/** Ends sessions that ran out and forgets what has served: old sessions, links, the successors two tabs shared, retired keys. */
export const pruneIdentity = async (ctx: Ctx): Promise<void> => {
  const { em, now } = ctx
  await queryRows(
    em,
    "update sessions set ended_at = expires_at, end_reason = 'expired' where ended_at is null and expires_at <= $1",
    [now],
  )
  await queryRows(em, 'delete from sessions where ended_at < $1', [addMinutes(now, -ENDED_DAYS * DAY)])
  await queryRows(
    em,
    'update refresh_tokens set successor_sealed = null where successor_sealed is not null and used_at < $1',
    [addMinutes(now, -5)],
  )
  await queryRows(em, 'delete from mail_links where expires_at < $1', [addMinutes(now, -7 * DAY)])
  await queryRows(em, 'delete from access_keys where retires_at < $1', [addMinutes(now, -DAY)])
}
