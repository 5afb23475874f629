import { refuse } from '@mayago/kernel/errors.ts'
import { type Currency, money } from '@mayago/kernel/money.ts'
import { PAGE_SIZE, toPage, type Page } from '@mayago/kernel/page.ts'
import type { StoredPicture } from '@mayago/db/entities/catalog.ts'
import { byInstant, keysetSql } from '@mayago/db/queries/keyset.ts'
import { createParams } from '@mayago/db/queries/params.ts'
import { queryRows, toDate } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import { cursorId, cursorInstant, readCursor } from '../listOrder.ts'
import { deadlinesOf, type PolicyView } from '../pricing/index.ts'
import { bookingOrder, type BookingIdInput, type ListBookingsInput } from './booking.schema.ts'
import type { BookingState, BookingView, HoldState, PaymentState, TicketView, UnitItemState } from './booking.view.ts'
import { openPhone } from './contactPhone.ts'
import { assertBooking } from './bookingAccess.ts'

interface BookingRow {
  id: string
  reference: string
  state: BookingState
  outcome: BookingView['outcome']
  locale: string
  contact_name: string
  contact_email: string
  contact_phone_sealed: string | null
  total_minor: string
  currency: Currency
  policy: PolicyView
  created_at: string
  confirmed_at: string | null
  cancelled_at: string | null
  departure_id: string
  local_start: string
  starts_at: string
  ends_at: string
  time_zone: string
  experience_id: string
  slug: string
  latitude: number
  longitude: number
  pictures: StoredPicture[]
  title: string
  meeting_point: { name: string; address: string; hint: string }
  option_id: string
  option_title: string
  duration_minutes: number
  provider_name: string
  provider_phone: string
  provider_email: string
  hold_state: HoldState
  hold_expires_at: string
  payment: {
    id: string
    state: PaymentState
    amount: number
    refunded: number
    intent_id: string | null
    client_secret: string | null
    card_brand: string | null
    card_last4: string | null
    decline_code: string | null
  } | null
  items: {
    id: string
    unitId: string
    type: string
    title: string | null
    name: string | null
    price: number
    state: UnitItemState
    ticket: TicketView | null
  }[]
}

const titleOf = (table: string, column: string, id: string): string =>
  `(select title from ${table} t where t.${column} = ${id} and t.locale in ($1, 'en') order by t.locale = $1 desc limit 1)`

/** `$1` is the reader's locale. */
const BOOKING_ROWS = `
  select b.id, r.reference, b.state, b.outcome, b.locale, b.contact_name, b.contact_email, b.contact_phone_sealed,
    b.total_minor, b.currency, b.policy, b.created_at, b.confirmed_at, b.cancelled_at,
    d.id as departure_id, to_char(d.local_start, 'YYYY-MM-DD"T"HH24:MI') as local_start, d.starts_at, d.ends_at, d.time_zone,
    e.id as experience_id, e.slug, e.latitude, e.longitude, e.pictures, x.title, x.meeting_point,
    o.id as option_id, ${titleOf('option_texts', 'option_id', 'o.id')} as option_title, o.duration_minutes,
    p.name as provider_name, p.phone as provider_phone, p.email as provider_email,
    h.state as hold_state, h.expires_at as hold_expires_at,
    (select jsonb_build_object('id', y.id, 'state', y.state, 'amount', y.amount_minor, 'refunded', y.refunded_minor,
        'intent_id', y.intent_id, 'client_secret', y.client_secret, 'card_brand', y.card_brand,
        'card_last4', y.card_last4, 'decline_code', y.decline_code)
      from payments y where y.booking_id = b.id order by y.created_at limit 1) as payment,
    (select jsonb_agg(jsonb_build_object('id', i.id, 'unitId', i.unit_id, 'type', u.type,
        'title', ${titleOf('unit_texts', 'unit_id', 'u.id')}, 'name', i.traveler_name,
        'price', i.price_minor - i.discount_minor, 'state', i.state,
        'ticket', case when k.id is null then null
          else jsonb_build_object('id', k.id, 'code', k.code, 'token', k.token, 'state', k.state) end)
        order by i.position)
      from unit_items i join units u on u.id = i.unit_id left join tickets k on k.unit_item_id = i.id
      where i.booking_id = b.id) as items
  from booking_refs r
    join bookings b on b.id = r.booking_id and b.local_date = r.local_date
    join departures d on d.id = b.departure_id
    join experiences e on e.id = b.experience_id
    join options o on o.id = b.option_id
    join providers p on p.id = b.provider_id
    join holds h on h.id = b.hold_id
    join lateral (select title, meeting_point from experience_texts t
      where t.experience_id = e.id and t.locale in ($1, 'en') order by t.locale = $1 desc limit 1) x on true`

/** A booking with its people, tickets and payment, for whoever it belongs to. Throws `not_found`. */
export const getBooking = async (ctx: Ctx, { bookingId }: BookingIdInput): Promise<BookingView> => {
  await assertBooking(ctx, 'booking.read', bookingId)
  return readBooking(ctx, bookingId)
}

/** The same for use-cases that have checked already what the actor may. */
export const readBooking = async (ctx: Ctx, bookingId: string): Promise<BookingView> => {
  const [row] = await queryRows<BookingRow>(ctx.em, `${BOOKING_ROWS} where r.booking_id = $2`, [ctx.locale, bookingId])
  if (!row) throw refuse('not_found', { what: 'booking' })
  return toBookingView(ctx, row)
}

/** The bookings of this guest, user or key, the next departure first, then the past; at most a hundred. */
export const listMyBookings = async (ctx: Ctx): Promise<BookingView[]> => {
  assertCan(ctx, 'booking.listOwn')
  const { actor } = ctx
  if (actor.kind === 'system') return []
  const guestId = 'guestId' in actor ? actor.guestId : null
  const rows = await queryRows<BookingRow>(
    ctx.em,
    `${BOOKING_ROWS}
     where b.state <> 'expired' and (b.guest_id = $2 or b.user_id = $3 or b.api_key_id = $4)
     order by d.starts_at < seat_now(), abs(extract(epoch from d.starts_at - seat_now())) limit 100`,
    [ctx.locale, guestId, actor.kind === 'user' ? actor.userId : null, actor.kind === 'apiKey' ? actor.keyId : null],
  )
  return rows.map((row) => toBookingView(ctx, row))
}

/**
 * The same, page by page, the latest departure first unless asked otherwise, whatever became of it. Throws `invalid_input`
 * for a foreign cursor.
 */
export const listBookings = async (
  ctx: Ctx,
  { sort, limit = PAGE_SIZE, cursor }: ListBookingsInput,
): Promise<Page<BookingView>> => {
  assertCan(ctx, 'booking.listOwn')
  const { actor } = ctx
  const order = bookingOrder.of(sort)
  const after = readCursor(cursor, order.sort, [cursorInstant, cursorId])
  const params = createParams([
    ctx.locale,
    'guestId' in actor ? actor.guestId : null,
    actor.kind === 'user' ? actor.userId : null,
    actor.kind === 'apiKey' ? actor.keyId : null,
  ])
  const { column, read } = BOOKING_KEYS[order.by]
  const page = keysetSql(byInstant(column, 'b.id'), { ...order, after, limit: limit + 1 }, params)
  const rows = await queryRows<BookingRow>(
    ctx.em,
    `${BOOKING_ROWS}
     where (b.guest_id = $2 or b.user_id = $3 or b.api_key_id = $4) and ${page.where} ${page.order}`,
    params.values,
  )
  return toPage(
    rows,
    limit,
    (row) => toBookingView(ctx, row),
    (row) => [order.sort, read(row), row.id],
  )
}

const BOOKING_KEYS = {
  startsAt: { column: 'd.starts_at', read: (row: BookingRow) => row.starts_at },
  createdAt: { column: 'b.created_at', read: (row: BookingRow) => row.created_at },
}

/** Staff look after bookings; they don't pay them. */
const isStaff = ({ actor }: Ctx): boolean => actor.kind === 'user' && actor.session.role !== 'traveler'

const iso = (text: string): string => toDate(text).toISOString()

const toBookingView = (ctx: Ctx, row: BookingRow): BookingView => {
  const cover = row.pictures[0]
  const { payment } = row
  const payable =
    payment !== null && ['requires_payment_method', 'requires_action', 'processing'].includes(payment.state)
  return {
    id: row.id,
    reference: row.reference,
    state: row.state,
    experience: {
      id: row.experience_id,
      slug: row.slug,
      title: row.title,
      timeZone: row.time_zone,
      picture: cover ? `/pictures/${cover.key}` : '',
      placeholder: cover?.placeholder ?? '',
      alt: cover?.alt[ctx.locale] ?? '',
    },
    option: { id: row.option_id, title: row.option_title, durationMinutes: row.duration_minutes },
    departure: {
      id: row.departure_id,
      localStart: row.local_start,
      startsAt: iso(row.starts_at),
      endsAt: iso(row.ends_at),
      timeZone: row.time_zone,
    },
    meetingPoint: { ...row.meeting_point, latitude: row.latitude, longitude: row.longitude },
    provider: { name: row.provider_name, phone: row.provider_phone, email: row.provider_email },
    contact: {
      name: row.contact_name,
      email: row.contact_email,
      phone: openPhone(ctx, row.id, row.contact_phone_sealed),
    },
    items: row.items.map((item) => ({
      id: item.id,
      unitId: item.unitId,
      type: item.type,
      title: item.title ?? item.type,
      travelerName: item.name,
      price: money(item.price, row.currency),
      state: item.state,
      ticket: item.ticket,
    })),
    total: money(Number(row.total_minor), row.currency),
    payment: {
      id: payment?.id ?? '',
      state: payment?.state ?? 'captured',
      amount: money(payment?.amount ?? 0, row.currency),
      refunded: money(payment?.refunded ?? 0, row.currency),
      card: payment?.card_brand && payment.card_last4 ? { brand: payment.card_brand, last4: payment.card_last4 } : null,
      declineCode: payment?.decline_code ?? null,
      clientSecret: payable && row.state === 'pending' && !isStaff(ctx) ? payment.client_secret : null,
      publishableKey: ctx.ports.payments.publishable.key,
    },
    policy: row.policy,
    deadlines: deadlinesOf(row.policy, toDate(row.starts_at)),
    holdExpiresAt: row.state === 'pending' && row.hold_state === 'live' ? iso(row.hold_expires_at) : null,
    createdAt: iso(row.created_at),
    confirmedAt: row.confirmed_at === null ? null : iso(row.confirmed_at),
    cancelledAt: row.cancelled_at === null ? null : iso(row.cancelled_at),
    outcome: row.outcome,
  }
}
