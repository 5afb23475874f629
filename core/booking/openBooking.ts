import { assert } from '@mayago/kernel/assert.ts'
import { refuse } from '@mayago/kernel/errors.ts'
import { newId, newReference, type BookingId } from '@mayago/kernel/ids.ts'
import { Booking, BookingRef, UnitItem } from '@mayago/db/entities/bookings.ts'
import { prepared } from '@mayago/db/preparedClient.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { lockAndSweep } from '../availability/index.ts'
import type { Ctx } from '../context.ts'
import type { DepartureStatus } from '../events/eventMap.ts'
import type { PolicyView } from '../pricing/index.ts'
import type { BeginBookingInput } from './booking.schema.ts'
import type { BookingState, HoldState } from './booking.view.ts'
import { sealPhone } from './contactPhone.ts'
import { assertHold } from './holdAccess.ts'

interface HeldRow {
  state: HoldState
  party: [unitId: string, quantity: number, minor: number][]
  total_minor: string
  currency: string
  local_date: string
  departure_status: DepartureStatus
  experience_id: string
  option_id: string
  provider_id: string
  commission_percent: number
  policy: PolicyView
  seats_per_unit: Record<string, number>
  booking_id: string | null
  booking_state: BookingState | null
}

/** While somebody pays, their seats stay theirs this long, within the thirty minutes of SEAT-6. */
const PAYMENT_MINUTES = 10

/**
 * Turns a live hold into a pending booking with one unit item a person, or, when that was done before, notes the new
 * contact on it. Inside `inTransaction`. Throws `not_found`, `hold_lapsed`, `hold_not_live`, `departure_closed`,
 * `party_not_allowed`.
 */
export const openBooking = async (
  ctx: Ctx,
  input: BeginBookingInput,
): Promise<{ id: BookingId; localDate: string }> => {
  const { departureId } = await assertHold(ctx, input.holdId)
  await lockAndSweep(ctx, [departureId])
  const held = await findHeld(ctx, input.holdId)
  if (held.booking_id === null || held.booking_state === 'pending') assertBookable(held, input.holdId, departureId)
  if (held.booking_id !== null) return renameBooking(ctx, input, held)
  await keepWhilePaying(ctx, input.holdId, PAYMENT_MINUTES)

  const id = newId<'booking'>(ctx.now.getTime())
  const { actor } = ctx
  await ctx.em.insert(Booking, {
    id,
    localDate: held.local_date,
    state: 'pending',
    departureId,
    experienceId: held.experience_id,
    optionId: held.option_id,
    providerId: held.provider_id,
    holdId: input.holdId,
    userId: actor.kind === 'user' ? actor.userId : null,
    guestId: 'guestId' in actor ? actor.guestId : null,
    apiKeyId: actor.kind === 'apiKey' ? actor.keyId : null,
    locale: ctx.locale,
    contactName: input.contact.name,
    contactEmail: input.contact.email,
    contactPhoneSealed: sealPhone(ctx, id, input.contact.phone),
    totalMinor: Number(held.total_minor),
    currency: held.currency,
    commissionPercent: held.commission_percent,
    policy: held.policy,
  })
  await ctx.em.insert(BookingRef, {
    bookingId: id,
    localDate: held.local_date,
    reference: newReference(),
    holdId: input.holdId,
  })
  await ctx.em.insertMany(
    UnitItem,
    toPeople(held).map((person, position) => ({
      id: newId<'unitItem'>(ctx.now.getTime()),
      holdId: input.holdId,
      bookingId: id,
      localDate: held.local_date,
      position,
      ...person,
    })),
  )
  await nameTravelers(ctx, input.holdId, input.travelers)
  return { id, localDate: held.local_date }
}

const assertBookable = ({ state, departure_status: status }: HeldRow, holdId: string, departureId: string): void => {
  if (state === 'lapsed') throw refuse('hold_lapsed', { holdId })
  if (state !== 'live') throw refuse('hold_not_live', { holdId, state })
  if (status === 'cancelled') throw refuse('departure_closed', { departureId, status })
}

/** Lengthens a live hold to at least so many minutes from now, never past the thirty of SEAT-6. */
export const keepWhilePaying = (ctx: Ctx, holdId: string, minutes: number): Promise<unknown> =>
  queryRows(ctx.em, LENGTHEN, [holdId, ctx.services.settings.holdMinutesMax, minutes])

const LENGTHEN = prepared(
  `update holds set expires_at = greatest(expires_at,
     least(created_at + make_interval(mins => $2), seat_now() + make_interval(mins => $3)))
   where id = $1 and state = 'live'`,
)

const findHeld = async (ctx: Ctx, holdId: string): Promise<HeldRow> => {
  const row = await queryRow<HeldRow>(ctx.em, FIND_HELD, [holdId])
  assert(row, 'a hold whose access was checked exists')
  return row
}

const FIND_HELD = prepared(
  `select h.state, h.party, h.total_minor, h.currency, to_char(d.local_date, 'YYYY-MM-DD') as local_date,
       d.status as departure_status, d.experience_id, d.option_id, e.provider_id, p.commission_percent, e.policy,
       (select jsonb_object_agg(u.id, u.seats_per_unit) from units u where u.option_id = d.option_id) as seats_per_unit,
       b.id as booking_id, b.state as booking_state
     from holds h join departures d on d.id = h.departure_id join experiences e on e.id = d.experience_id
       join providers p on p.id = e.provider_id
       left join booking_refs r on r.hold_id = h.id
       left join bookings b on b.id = r.booking_id and b.local_date = r.local_date
     where h.id = $1`,
)

const toPeople = (held: HeldRow): { unitId: string; seats: number; priceMinor: number }[] =>
  held.party.flatMap(([unitId, quantity, priceMinor]) =>
    Array.from({ length: quantity }, () => ({ unitId, priceMinor, seats: held.seats_per_unit[unitId] ?? 1 })),
  )

const renameBooking = async (
  ctx: Ctx,
  { holdId, contact, travelers }: BeginBookingInput,
  held: HeldRow,
): Promise<{ id: BookingId; localDate: string }> => {
  if (held.booking_state === 'expired') throw refuse('hold_lapsed', { holdId })
  if (held.booking_state === 'pending') {
    await ctx.em.nativeUpdate(
      Booking,
      { id: held.booking_id as string, localDate: held.local_date },
      {
        contactName: contact.name,
        contactEmail: contact.email,
        contactPhoneSealed: sealPhone(ctx, held.booking_id as string, contact.phone),
      },
    )
    await nameTravelers(ctx, holdId, travelers)
  }
  return { id: held.booking_id as BookingId, localDate: held.local_date }
}

/** Names go to people of their unit in the order given; a name too many is refused. */
const nameTravelers = async (ctx: Ctx, holdId: string, travelers: BeginBookingInput['travelers']): Promise<void> => {
  if (travelers.length === 0) return
  const items = await ctx.em.find(UnitItem, { holdId }, { orderBy: { position: 'asc' } })
  const taken = new Set<string>()
  for (const { unitId, name } of travelers) {
    const item = items.find((one) => one.unitId === unitId && !taken.has(one.id))
    if (!item) throw refuse('party_not_allowed', { reason: 'unknown_unit', unitId })
    taken.add(item.id)
    item.travelerName = name
  }
  await ctx.em.flush()
}
