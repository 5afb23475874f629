import { queryRows, toDate } from '@mayago/db/sql.ts'
import { inTransaction, type Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import { instantsOf } from './schedule.rules.ts'
import { lockAndSweep, stepDeparture } from './stepDeparture.ts'

const AT_A_TIME = 500

interface Row {
  id: string
  local_start: string
  time_zone: string
  starts_at: string
  ends_at: string
  cutoff_at: string
  duration_minutes: number
  cutoff_minutes: number
}

/**
 * TIME-1: derives the instants of coming departures anew, after the rules of a zone changed. Wall time stays, everybody
 * keeps their seat; answers how many moved.
 */
export const recomputeInstants = async (ctx: Ctx): Promise<{ checked: number; moved: number }> => {
  assertCan(ctx, 'house.keep')
  const done = { checked: 0, moved: 0 }
  for (let after: string | null = null; ;) {
    const rows: Row[] = await findComing(ctx, after)
    if (rows.length === 0) return done
    done.checked += rows.length
    done.moved += await moveMisplaced(ctx, rows)
    after = rows.at(-1)?.id ?? null
  }
}

/** Those that have not started by either reckoning: a zone's change moves a start by hours, never by a day. */
const findComing = (ctx: Ctx, after: string | null): Promise<Row[]> =>
  queryRows<Row>(
    ctx.em,
    `select d.id, to_char(d.local_start, 'YYYY-MM-DD"T"HH24:MI') as local_start, d.time_zone, d.starts_at, d.ends_at,
       d.cutoff_at, o.duration_minutes, o.cutoff_minutes
     from departures d join options o on o.id = d.option_id
     where d.starts_at > $1::timestamptz - interval '1 day' and ($2::uuid is null or d.id > $2) order by d.id limit $3`,
    [ctx.now, after, AT_A_TIME],
  )

const moveMisplaced = async (ctx: Ctx, rows: readonly Row[]): Promise<number> => {
  const misplaced = rows.flatMap((row) => {
    const instants = instantsOf(
      { localStart: row.local_start, timeZone: row.time_zone },
      { durationMinutes: row.duration_minutes, cutoffMinutes: row.cutoff_minutes },
    )
    return instants.startsAt.getTime() === toDate(row.starts_at).getTime() ? [] : [{ id: row.id, ...instants }]
  })
  if (misplaced.length === 0) return 0
  await inTransaction(ctx, async (ctx) => {
    await lockAndSweep(
      ctx,
      misplaced.map((departure) => departure.id),
    )
    await queryRows(
      ctx.em,
      `update departures d set starts_at = m."startsAt", ends_at = m."endsAt", cutoff_at = m."cutoffAt"
       from jsonb_to_recordset($1::jsonb) as m(id uuid, "startsAt" timestamptz, "endsAt" timestamptz, "cutoffAt" timestamptz)
       where d.id = m.id`,
      [JSON.stringify(misplaced)],
    )
    for (const { id } of misplaced) await stepDeparture(ctx, id, 0)
  })
  return misplaced.length
}
