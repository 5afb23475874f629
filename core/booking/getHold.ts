import { refuse } from '@mayago/kernel/errors.ts'
import type { HoldId } from '@mayago/kernel/ids.ts'
import { type Currency, money, times } from '@mayago/kernel/money.ts'
import { queryRows, toDate } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import { assertCan, assertCanSee } from '../identity/access.ts'
import type { HoldIdInput } from './booking.schema.ts'
import type { HoldState, HoldView } from './booking.view.ts'
import { relationsToHold } from './holdAccess.ts'
import { extensionOf } from './hold.rules.ts'

interface HoldRow {
  id: HoldId
  departure_id: string
  experience_id: string
  option_id: string
  state: HoldState
  seats: number
  party: [unitId: string, quantity: number, minor: number][]
  total_minor: string
  currency: Currency
  holder: string
  created_at: string
  expires_at: string
  extended_at: string | null
  lapsed: boolean
  booking_id: string | null
  units: Record<string, { type: string; titles: Record<string, string> }>
}

const HOLD_ROWS = `
  select h.id, h.departure_id, d.experience_id, d.option_id, h.state, h.seats, h.party, h.total_minor, h.currency,
    h.holder, h.created_at, h.expires_at, h.extended_at, r.booking_id,
    h.state = 'live' and h.expires_at <= seat_now() as lapsed,
    (select jsonb_object_agg(u.id, jsonb_build_object('type', u.type, 'titles',
        (select jsonb_object_agg(t.locale, t.title) from unit_texts t where t.unit_id = u.id)))
      from units u where u.option_id = d.option_id) as units
  from holds h join departures d on d.id = h.departure_id left join booking_refs r on r.hold_id = h.id`

/** A hold as it stands now: one whose time is over is `lapsed`, swept or not (SEAT-2). Throws `not_found`. */
export const getHold = async (ctx: Ctx, { holdId }: HoldIdInput): Promise<HoldView> => {
  const [row] = await queryRows<HoldRow>(ctx.em, `${HOLD_ROWS} where h.id = $1`, [holdId])
  assertCanSee(ctx, 'hold.use', row ? relationsToHold(ctx, row.id, row.holder) : [], { what: 'hold', id: holdId })
  if (!row) throw refuse('not_found', { what: 'hold' })
  return toHoldView(ctx, row)
}

/** The live holds of this guest or user, the one that ends first on top. */
export const listMyHolds = async (ctx: Ctx): Promise<HoldView[]> => {
  assertCan(ctx, 'hold.listOwn')
  const holders =
    ctx.actor.kind === 'user'
      ? [`u:${ctx.actor.userId}`, `g:${ctx.actor.guestId}`]
      : ctx.actor.kind === 'anonymous'
        ? [`g:${ctx.actor.guestId}`]
        : ctx.actor.kind === 'apiKey'
          ? [`k:${ctx.actor.keyId}`]
          : []
  const rows = await queryRows<HoldRow>(
    ctx.em,
    `${HOLD_ROWS} where h.state = 'live' and h.expires_at > seat_now() and h.holder = any($1::text[])
     order by h.expires_at limit 20`,
    [holders],
  )
  return rows.map((row) => toHoldView(ctx, row))
}

const toHoldView = (ctx: Ctx, row: HoldRow): HoldView => {
  const [createdAt, expiresAt] = [toDate(row.created_at), toDate(row.expires_at)]
  const state = row.lapsed ? 'lapsed' : row.state
  const extendedAt = row.extended_at === null ? null : toDate(row.extended_at)
  const standing = { id: row.id, state, seats: row.seats, createdAt, expiresAt, extendedAt }
  return {
    id: row.id,
    departureId: row.departure_id,
    experienceId: row.experience_id,
    optionId: row.option_id,
    state,
    seats: row.seats,
    expiresAt: expiresAt.toISOString(),
    extendableTo: state === 'live' ? (extensionOf(standing, ctx.services.settings)?.toISOString() ?? null) : null,
    items: row.party.map(([unitId, quantity, minor]) => {
      const price = money(minor, row.currency)
      const titles = row.units[unitId]?.titles
      return {
        unitId,
        type: row.units[unitId]?.type ?? 'ADULT',
        title: titles?.[ctx.locale] ?? titles?.en ?? '',
        quantity,
        price,
        subtotal: times(price, quantity),
      }
    }),
    total: money(Number(row.total_minor), row.currency),
    bookingId: row.booking_id,
  }
}
