import { refuse } from '@mayago/kernel/errors.ts'
import { queryRow } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import { assertCanSee, type Action, type Relation } from '../identity/access.ts'

interface OwnedRow {
  local_date: string
  departure_id: string
  hold_id: string
  user_id: string | null
  guest_id: string | null
  api_key_id: string | null
}

/**
 * The keys of a booking this actor may do `action` with, by guest cookie, account, key, mail link or its hold's token. A
 * foreign booking is as unknown as none: `not_found`. ACCESS-1, ACCESS-2.
 */
export const assertBooking = async (
  ctx: Ctx,
  action: Action,
  bookingId: string,
): Promise<{ localDate: string; departureId: string; holdId: string }> => {
  const row = await queryRow<OwnedRow>(
    ctx.em,
    `select to_char(b.local_date, 'YYYY-MM-DD') as local_date, b.departure_id, b.hold_id, b.user_id, b.guest_id,
       b.api_key_id
     from booking_refs r join bookings b on b.id = r.booking_id and b.local_date = r.local_date
     where r.booking_id = $1`,
    [bookingId],
  )
  assertCanSee(ctx, action, row ? relationsTo(ctx, bookingId, row) : [], { what: 'booking', id: bookingId })
  if (!row) throw refuse('not_found', { what: 'booking' })
  return { localDate: row.local_date, departureId: row.departure_id, holdId: row.hold_id }
}

/** What this actor is to a booking. */
const relationsTo = ({ actor, services }: Ctx, bookingId: string, row: OwnedRow): readonly Relation[] => {
  if (actor.kind === 'system') return []
  if (actor.kind === 'apiKey') return actor.keyId === row.api_key_id ? ['traveler'] : []
  if (actor.guestId !== null && actor.guestId === row.guest_id) return ['traveler']
  switch (actor.kind) {
    case 'user':
      return actor.userId === row.user_id ? ['traveler'] : []
    case 'link':
      return actor.bookingId === bookingId && actor.localDate === row.local_date ? ['link'] : []
    case 'anonymous':
      return actor.holdToken !== null && services.signer.isHoldToken(row.hold_id, actor.holdToken) ? ['holder'] : []
  }
}
