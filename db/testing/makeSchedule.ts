import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { newId, type ScheduleId } from '@mayago/kernel/ids.ts'
import type { LocalDate, LocalTime } from '@mayago/kernel/time.ts'
import { insertRows } from '../queries/insertRows.ts'

/** What a test may say of a schedule: every day at nine for ten people, unless it says otherwise. */
export interface ScheduleSpec {
  season?: { from: LocalDate; to: LocalDate }
  weekdays?: number[]
  times?: LocalTime[]
  capacity?: number | null
}

export const makeSchedule = async (
  em: SqlEntityManager,
  optionId: string,
  spec: ScheduleSpec = {},
): Promise<ScheduleId> => {
  const id = newId<'schedule'>(Date.UTC(2026, 0, 1))
  await insertRows(em, 'schedules', [
    {
      id,
      option_id: optionId,
      season_from: spec.season?.from ?? null,
      season_to: spec.season?.to ?? null,
      weekdays: spec.weekdays ?? [1, 2, 3, 4, 5, 6, 7],
      local_times: spec.times ?? ['09:00'],
      capacity: spec.capacity === undefined ? 10 : spec.capacity,
    },
  ])
  return id
}
