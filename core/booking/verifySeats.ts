import { queryRows } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'

export interface SeatMismatch {
  departureId: string
  capacity: number | null
  /** The counter. */
  counted: number
  /** What live holds, unswept ones included, and booked people add up to. */
  summed: number
}

/** SEAT-1: compares every departure's counter with its rows, and both with its capacity. Empty means true. */
export const verifySeats = async (ctx: Pick<Ctx, 'em'>): Promise<SeatMismatch[]> =>
  (
    await queryRows<{ id: string; capacity: number | null; seats_taken: number; summed: number }>(
      ctx.em,
      `with held as (
         select departure_id, sum(seats) as seats from holds where state = 'live' group by departure_id),
       booked as (
         select b.departure_id, sum(i.seats) as seats
         from bookings b join unit_items i on i.booking_id = b.id and i.local_date = b.local_date
         where b.state in ('confirmed', 'redeemed') and i.state in ('booked', 'redeemed') group by b.departure_id)
       select d.id, d.capacity, d.seats_taken, (coalesce(held.seats, 0) + coalesce(booked.seats, 0))::int as summed
       from departures d left join held on held.departure_id = d.id left join booked on booked.departure_id = d.id
       where d.seats_taken <> coalesce(held.seats, 0) + coalesce(booked.seats, 0)
         or d.seats_taken > d.capacity
       order by d.id`,
    )
  ).map((row) => ({ departureId: row.id, capacity: row.capacity, counted: row.seats_taken, summed: row.summed }))
