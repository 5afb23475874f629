import { queryRows } from '@mayago/db/sql.ts'
import { inTransaction, type Ctx } from '../context.ts'
import { lockAndSweep, stepDeparture } from './stepDeparture.ts'

/** What a schedule now says of a departure that exists. */
export type ScheduleChange =
  { departureId: string; close: true } | { departureId: string; close: false; capacity: number | null }

/** SEAT-7: closes a departure that nobody is on, or gives it a capacity that holds everybody; else leaves it alone. */
export const followSchedule = (ctx: Ctx, change: ScheduleChange): Promise<boolean> =>
  inTransaction(ctx, async (ctx) => {
    await lockAndSweep(ctx, [change.departureId])
    const changed = change.close
      ? await queryRows(
          ctx.em,
          `update departures set status = 'closed' where id = $1 and status = 'open' and seats_taken = 0
             and starts_at > $2 returning id`,
          [change.departureId, ctx.now],
        )
      : await queryRows(
          ctx.em,
          `update departures set capacity = $3 where id = $1 and status = 'open' and not capacity_overridden
             and starts_at > $2 and ($3::int is null or seats_taken <= $3) returning id`,
          [change.departureId, ctx.now, change.capacity],
        )
    if (changed.length > 0) await stepDeparture(ctx, change.departureId, 0)
    return changed.length > 0
  })
