import { assert } from '@mayago/kernel/assert.ts'
import { newId, type TicketId } from '@mayago/kernel/ids.ts'
import { prepared } from '@mayago/db/preparedClient.ts'
import { queryRow, queryRows, toDate } from '@mayago/db/sql.ts'
import { stepDeparture } from '../availability/index.ts'
import type { Ctx } from '../context.ts'
import { record } from '../events/record.ts'
import type { BookingState, HoldState } from './booking.view.ts'
import { canMove } from './booking.states.ts'
import { moveBooking } from './moveBooking.ts'

interface ConfirmableRow {
  id: string
  local_date: string
  state: BookingState
  reference: string
  provider_id: string
  departure_id: string
  departure_status: string
  starts_at: string
  capacity: number | null
  seats_taken: number
  not_started: boolean
  hold_id: string
  hold_state: HoldState
  seats: number
  /** Who goes, as far as nothing has become of them yet. */
  people: { id: string; position: number }[] | null
}

/**
 * Confirms a paid booking: its hold becomes the booking, one ticket a person is issued, and the mail is enqueued, all in
 * the caller's transaction, which has swept and locked the departure. A hold that lapsed takes its seats again if they
 * are free; answers false when they are not, or when nobody goes any more (MONEY-4: the caller returns the money). SEAT-1, SEAT-5.
 */
export const confirmBooking = async (ctx: Ctx, bookingId: string): Promise<boolean> => {
  const booking = await findConfirmable(ctx, bookingId)
  if (booking.state === 'confirmed' || booking.state === 'redeemed') return true
  if (!canMove(booking.state, 'confirmed')) return false
  const held = booking.hold_state === 'live'
  if (booking.departure_status === 'cancelled' || (!held && !canRetake(booking))) return false
  await moveBooking(ctx, { bookingId: booking.id, localDate: booking.local_date }, 'confirmed')
  await issueTickets(ctx, booking)
  await stepDeparture(ctx, booking.departure_id, held ? 0 : booking.seats)
  record(ctx, 'booking.confirmed', booking.id, {
    bookingId: booking.id,
    localDate: booking.local_date,
    departureId: booking.departure_id,
    providerId: booking.provider_id,
  })
  await ctx.services.jobs.enqueue(ctx.em, 'booking.sendConfirmation', {
    bookingId: booking.id,
    localDate: booking.local_date,
  })
  return true
}

const canRetake = ({ departure_status, not_started, capacity, seats_taken, seats }: ConfirmableRow): boolean =>
  departure_status === 'open' && not_started && (capacity === null || seats_taken + seats <= capacity)

const findConfirmable = async (ctx: Ctx, bookingId: string): Promise<ConfirmableRow> => {
  const row = await queryRow<ConfirmableRow>(ctx.em, FIND_CONFIRMABLE, [bookingId])
  assert(row, 'a paid booking exists')
  return row
}

const FIND_CONFIRMABLE = prepared(
  `select b.id, to_char(b.local_date, 'YYYY-MM-DD') as local_date, b.state, r.reference, b.provider_id,
       b.departure_id, d.status as departure_status, d.starts_at, d.capacity, d.seats_taken,
       d.starts_at > seat_now() as not_started, h.id as hold_id, h.state as hold_state, h.seats,
       (select jsonb_agg(jsonb_build_object('id', i.id, 'position', i.position))
        from unit_items i where i.booking_id = b.id and i.state = 'held') as people
     from booking_refs r join bookings b on b.id = r.booking_id and b.local_date = r.local_date
       join departures d on d.id = b.departure_id join holds h on h.id = b.hold_id
     where r.booking_id = $1`,
)

/** The hold and its people become booked, and each person gets a ticket. */
const issueTickets = async (ctx: Ctx, booking: ConfirmableRow): Promise<void> => {
  const people = booking.people ?? []
  const ids = people.map(() => newId<'ticket'>(ctx.now.getTime()))
  const token = (ticketId: TicketId): string =>
    ctx.services.signer.ticketToken({
      ticketId,
      departureId: booking.departure_id,
      reference: booking.reference,
      startsAt: toDate(booking.starts_at),
    })
  await queryRows(ctx.em, ISSUE, [
    booking.hold_id,
    booking.id,
    booking.local_date,
    people.map(({ id }) => id),
    ids,
    people.map(({ position }) => `${booking.reference}-${position + 1}`),
    ids.map(token),
  ])
}

const ISSUE = prepared(
  `with confirmed as (update holds set state = 'confirmed' where id = $1),
     booked as (update unit_items set state = 'booked' where id = any($4::uuid[]))
   insert into tickets (booking_id, local_date, unit_item_id, id, code, token)
   select $2, $3, * from unnest($4::uuid[], $5::uuid[], $6::text[], $7::text[])`,
)
