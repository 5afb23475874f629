import { newId } from '@mayago/kernel/ids.ts'
import { addDays, localDateOf } from '@mayago/kernel/time.ts'
import { ensureBookingMonths } from '@mayago/db/queries/ensureBookingMonths.ts'
import { insertRows, type InsertedRow } from '@mayago/db/queries/insertRows.ts'
import {
  findPlannedDepartures,
  findScheduledOptions,
  type PlannedDepartureRow,
  type ScheduledOptionRow,
} from '@mayago/db/queries/schedules.ts'
import type { Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import { followSchedule, type ScheduleChange } from './followSchedule.ts'
import { instantsOf, scheduledStarts, type ScheduledStart } from './schedule.rules.ts'

export interface GeneratedDepartures {
  created: number
  /** Closed, or given another capacity, because a schedule now says so. */
  changed: number
}

const OPTIONS_AT_A_TIME = 200
const ROWS_AT_A_TIME = 2000

/**
 * Keeps departures `settings.horizonDays` ahead, as the schedules say; safe to repeat and to run twice at once. What
 * exists is never deleted or moved: a day that was closed, or a start no schedule wants any more, closes only while
 * nobody is on it. TIME-1, SEAT-7.
 */
export const generateDepartures = async (ctx: Ctx): Promise<GeneratedDepartures> => {
  assertCan(ctx, 'house.keep')
  const done = { created: 0, changed: 0 }
  let after: string | null = null
  for (;;) {
    const options: ScheduledOptionRow[] = await findScheduledOptions(ctx.em, after, OPTIONS_AT_A_TIME)
    if (options.length === 0) return done
    const { created, changes } = await plan(ctx, options)
    await ensureBookingMonths(
      ctx.em,
      created.map((row) => String(row['local_date'])),
    )
    for (let i = 0; i < created.length; i += ROWS_AT_A_TIME)
      await insertRows(
        ctx.em,
        'departures',
        created.slice(i, i + ROWS_AT_A_TIME),
        'on conflict (option_id, local_start) do nothing',
      )
    for (const change of changes) if (await followSchedule(ctx, change)) done.changed += 1
    done.created += created.length
    after = options.at(-1)?.option_id ?? null
  }
}

/** What is missing, and what differs from what the schedules say. */
const plan = async (ctx: Ctx, options: readonly ScheduledOptionRow[]) => {
  const created: InsertedRow[] = []
  const changes: ScheduleChange[] = []
  const optionIds = options.map((option) => option.option_id)
  // A day of slack, because "today" is another day in other zones.
  const since = addDays(ctx.now.toISOString().slice(0, 10), -1)
  const existing = Map.groupBy(await findPlannedDepartures(ctx.em, optionIds, since), (row) => row.option_id)
  for (const option of options) {
    const today = localDateOf(ctx.now, option.time_zone)
    const starts = scheduledStarts(option.schedules, today, addDays(today, ctx.services.settings.horizonDays))
    const departures = new Map(existing.get(option.option_id)?.map((row) => [row.local_start, row]))
    for (const start of starts) {
      const departure = departures.get(start.localStart)
      departures.delete(start.localStart)
      if (departure !== undefined) changes.push(...differences(departure, start))
      else if (!start.closed) created.push(...newDeparture(ctx, option, start))
    }
    for (const orphan of departures.values()) changes.push(...differences(orphan, null))
  }
  return { created, changes }
}

const newDeparture = (ctx: Ctx, option: ScheduledOptionRow, start: ScheduledStart): InsertedRow[] => {
  const instants = instantsOf(
    { localStart: start.localStart, timeZone: option.time_zone },
    { durationMinutes: option.duration_minutes, cutoffMinutes: option.cutoff_minutes },
  )
  if (instants.startsAt <= ctx.now) return []
  return [
    {
      id: newId<'departure'>(ctx.now.getTime()),
      experience_id: option.experience_id,
      option_id: option.option_id,
      schedule_id: start.scheduleId,
      local_date: start.localStart.slice(0, 10),
      local_start: start.localStart,
      time_zone: option.time_zone,
      starts_at: instants.startsAt,
      ends_at: instants.endsAt,
      cutoff_at: instants.cutoffAt,
      capacity: start.capacity,
      price_from_minor: option.price_from_minor,
      currency: option.currency,
    },
  ]
}

/** What should become of a departure that exists; one added by hand follows no schedule. */
const differences = (departure: PlannedDepartureRow, start: ScheduledStart | null): ScheduleChange[] => {
  if (!departure.scheduled || departure.status !== 'open') return []
  if (start === null || start.closed) return [{ departureId: departure.id, close: true }]
  if (departure.capacity_overridden || departure.capacity === start.capacity) return []
  return [{ departureId: departure.id, close: false, capacity: start.capacity }]
}
