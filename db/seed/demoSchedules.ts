import type { InsertedRow } from '../queries/insertRows.ts'
import { demoId } from './demoIds.ts'
import type { DemoSchedule } from './demo/types.ts'

export interface SeededSchedule {
  schedule: DemoSchedule
  row: InsertedRow & { id: string; season_from: string | null; season_to: string | null }
}

/** A schedule row for all year, or one for each season that this year or the next one sees. */
export const scheduleRows = (schedules: readonly DemoSchedule[], optionId: string, year: number): SeededSchedule[] =>
  schedules.flatMap((schedule, n) =>
    seasonsOf(schedule, year).map((season) => ({
      schedule,
      row: {
        id: demoId('schedule', optionId, n, season?.from ?? 'all year'),
        option_id: optionId,
        season_from: season?.from ?? null,
        season_to: season?.to ?? null,
        weekdays: schedule.weekdays,
        local_times: schedule.times,
        capacity: schedule.capacity,
      },
    })),
  )

/** "11-15" to "02-20" begins in one year and ends in the next; the one that began last year may still run. */
const seasonsOf = ({ season }: DemoSchedule, year: number): ({ from: string; to: string } | null)[] => {
  if (season === undefined) return [null]
  const wraps = season.from > season.to
  const starts = wraps ? [year - 1, year, year + 1] : [year, year + 1]
  return starts.map((start) => ({ from: dayOf(start, season.from), to: dayOf(wraps ? start + 1 : start, season.to) }))
}

export const exceptionRows = ({ schedule, row }: SeededSchedule, year: number): InsertedRow[] =>
  (schedule.closed ?? [])
    .flatMap((monthDay) => [dayOf(year, monthDay), dayOf(year + 1, monthDay)])
    .filter(
      (day) => (row.season_from === null || day >= row.season_from) && (row.season_to === null || day <= row.season_to),
    )
    .map((day) => ({ schedule_id: row.id, local_date: day, kind: 'closed', capacity: null }))

/** The 29th of February is the 28th where there is none. */
const dayOf = (year: number, monthDay: string): string => {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return `${year}-${monthDay === '02-29' && !leap ? '02-28' : monthDay}`
}
