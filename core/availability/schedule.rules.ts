import {
  addDays,
  addMinutes,
  toInstant,
  weekdayOf,
  type LocalDate,
  type LocalDateTime,
  type LocalTime,
} from '@mayago/kernel/time.ts'

/** When an option runs, in wall-clock time; the season's ends belong to it. */
export interface Schedule {
  id: string
  seasonFrom: LocalDate | null
  seasonTo: LocalDate | null
  /** 1 is Monday. */
  weekdays: readonly number[]
  localTimes: readonly LocalTime[]
  /** Null is free sale. */
  capacity: number | null
  exceptions: readonly { date: LocalDate; kind: 'closed' | 'capacity'; capacity: number | null }[]
}

/** What a schedule wants of one start. */
export interface ScheduledStart {
  scheduleId: string
  localStart: LocalDateTime
  capacity: number | null
  /** An exception closes that day. */
  closed: boolean
}

/**
 * The starts that an option's schedules want from one local day to another, both included, in order. Where two
 * schedules want the same start, the first one has it.
 */
export const scheduledStarts = (schedules: readonly Schedule[], from: LocalDate, to: LocalDate): ScheduledStart[] => {
  const starts = new Map<LocalDateTime, ScheduledStart>()
  for (const schedule of schedules) {
    const exceptions = new Map(schedule.exceptions.map((exception) => [exception.date, exception]))
    const last = schedule.seasonTo !== null && schedule.seasonTo < to ? schedule.seasonTo : to
    let date = schedule.seasonFrom !== null && schedule.seasonFrom > from ? schedule.seasonFrom : from
    for (; date <= last; date = nextDay(date)) {
      if (!schedule.weekdays.includes(isoWeekday(date))) continue
      const exception = exceptions.get(date)
      for (const time of schedule.localTimes) {
        const localStart = `${date}T${time}`
        if (starts.has(localStart)) continue
        const capacity = exception?.kind === 'capacity' ? exception.capacity : schedule.capacity
        starts.set(localStart, { scheduleId: schedule.id, localStart, capacity, closed: exception?.kind === 'closed' })
      }
    }
  }
  return [...starts.values()].sort((a, b) => (a.localStart < b.localStart ? -1 : 1))
}

export interface Instants {
  startsAt: Date
  endsAt: Date
  cutoffAt: Date
}

/** TIME-1: the instants of a local start; all else is counted from the start's. */
export const instantsOf = (
  start: { localStart: LocalDateTime; timeZone: string },
  { durationMinutes, cutoffMinutes }: { durationMinutes: number; cutoffMinutes: number },
): Instants => {
  const startsAt = instantOf(`${start.localStart}|${start.timeZone}`)
  return {
    startsAt,
    endsAt: addMinutes(startsAt, durationMinutes),
    cutoffAt: addMinutes(startsAt, -cutoffMinutes),
  }
}

/** Calendar arithmetic costs microseconds, and many options ask the same of it. Forgets all when it has grown large. */
const remember = <Value>(work: (key: string) => Value): ((key: string) => Value) => {
  const known = new Map<string, Value>()
  return (key) => {
    let value = known.get(key)
    if (value === undefined) {
      if (known.size >= 50_000) known.clear()
      value = work(key)
      known.set(key, value)
    }
    return value
  }
}

const nextDay = remember((date) => addDays(date, 1))
const isoWeekday = remember(weekdayOf)
const instantOf = remember((key) => {
  const [localStart, timeZone] = key.split('|') as [LocalDateTime, string]
  return toInstant(localStart, timeZone)
})
