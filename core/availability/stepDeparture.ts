import { assert } from '@mayago/kernel/assert.ts'
import { LOCK_DEPARTURES } from '@mayago/db/locks.ts'
import { prepared } from '@mayago/db/preparedClient.ts'
import {
  departureFrameColumns,
  departureFrameJoins,
  toDepartureFrame,
  type DepartureFrameRow,
} from '@mayago/db/queries/vacancies.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import { record } from '../events/record.ts'

/**
 * Locks departures (ids sorted) and sweeps their lapsed holds into the counter, so that what is counted next is true.
 * Inside `inTransaction`.
 */
export const lockAndSweep = async (ctx: Ctx, departureIds: readonly string[]): Promise<void> => {
  await queryRows(ctx.em, LOCK, [departureIds])
  await queryRows(ctx.em, SWEEP, [departureIds])
}

const LOCK = prepared(LOCK_DEPARTURES)

const SWEEP = prepared(
  `with lapsed as (
     update holds set state = 'lapsed'
     where departure_id = any($1::uuid[]) and state = 'live' and expires_at <= (select seat_now())
     returning departure_id, seats)
   update departures d set seats_taken = d.seats_taken - swept.seats
   from (select departure_id, sum(seats)::int as seats from lapsed group by departure_id) swept
   where d.id = swept.departure_id`,
)

/** Moves a locked departure's counter by `seats`, steps its version and records what everybody may now see. */
export const stepDeparture = async (ctx: Ctx, departureId: string, seats: number): Promise<void> => {
  const row = await queryRow<DepartureFrameRow>(ctx.em, STEP, [departureId, seats])
  assert(row, 'a stepped departure exists')
  record(ctx, 'departure.changed', departureId, toDepartureFrame(row))
}

const STEP = prepared(
  `with d as (
     update departures set seats_taken = seats_taken + $2, version = version + 1 where id = $1 returning *)
   select ${departureFrameColumns} from d ${departureFrameJoins}`,
)
